import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { isSame } from '../../core/equal';
import { checkAnnotations, type Finding, type FindingCode } from '../../core/findings';
import { summarise } from '../../core/note';
import type { Failure } from '../../core/result';
import { idSchema } from '../../core/schema';
import { type Entry, IndexFile } from '../index-file';
import { isAsKnown } from '../known-notes';
import { NoteFiles, type StoredNote } from '../note-files';

/** How many notes are checked before everything else has its turn. */
const IN_ONE_GO = 50;
const INDEX = 'index.json';

/** How far a check is. */
export type Progress = (done: number, all: number) => void;

/** Checks every note's file, every annotation's passage, and every line of the index against its note. */
export async function checkNotes(
  folder: string,
  onProgress: Progress,
): Promise<{ notes: number; findings: Finding[] }> {
  const files = new NoteFiles(path.join(folder, 'notes'));
  const findings: Finding[] = [];
  const { ids, strangers } = await namesIn(files.folder);
  for (const name of strangers) findings.push(wrong('not-a-note', `notes/${name}`));
  const index = await new IndexFile(folder).read();
  if (!index && ids.length > 0) findings.push(wrong('index-damaged', INDEX));
  let done = 0;
  for (const id of ids) {
    const stored = files.readNow(id);
    if (stored.ok) findings.push(...checkPassages(stored.value), ...checkEntry(stored.value, index));
    else if (stored.error.code !== 'note-not-found') findings.push(ofFailure(id, stored.error));
    index?.delete(id);
    done += 1;
    if (done % IN_ONE_GO !== 0) continue;
    onProgress(done, ids.length);
    await setImmediate();
  }
  onProgress(ids.length, ids.length);
  for (const id of index?.keys() ?? []) findings.push(wrong('index-without-note', INDEX, { note: id }));
  return { notes: ids.length, findings };
}

const wrong = (code: FindingCode, file: string, details: Failure['details'] = {}): Finding => ({
  level: 'wrong',
  code,
  details: { ...details, file },
});

async function namesIn(folder: string): Promise<{ ids: string[]; strangers: string[] }> {
  const ids: string[] = [];
  const strangers: string[] = [];
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    if (!name.endsWith('.json') || name.startsWith('.')) continue;
    const id = name.slice(0, -'.json'.length);
    if (idSchema.safeParse(id).success) ids.push(id);
    else strangers.push(name);
  }
  return { ids, strangers };
}

function ofFailure(id: string, { code, details }: Failure): Finding {
  const file = `notes/${id}.json`;
  if (code === 'file-not-a-note') return wrong('file-damaged', file, details);
  return wrong(code === 'file-newer-version' ? 'file-newer' : 'file-unreadable', file);
}

const checkPassages = ({ note }: StoredNote): Finding[] =>
  checkAnnotations(note).map(({ code, annotation }) =>
    wrong(code, `notes/${note.id}.json`, {
      annotation: annotation.id,
      quote: annotation.target[1].exact.slice(0, 60),
    }),
  );

function checkEntry({ note, stamp }: StoredNote, index: ReadonlyMap<string, Entry> | null): Finding[] {
  if (!index) return [];
  const entry = index.get(note.id);
  if (!entry) return [wrong('index-without-entry', INDEX, { note: note.id })];
  // The next opening sees that such an entry is old, and reads the note.
  if (!isAsKnown(stamp, entry)) return [wrong('index-behind', INDEX, { note: note.id })];
  return isSame(entry.summary, summarise(note)) ? [] : [wrong('index-differs', INDEX, { note: note.id })];
}

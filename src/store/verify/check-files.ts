import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Finding, FindingCode } from '../../core/findings';
import { type ReadFile, readVersioned } from '../../core/migrations/read';
import { draftsSchema, settingsSchema } from '../../core/schema';
import { isAbandoned, isTemporary } from '../durable';
import { systemCode } from '../failures';
import { LONGEST } from '../journal';
import { librarySchema } from '../library-file';
import { viewSchema } from '../small-files';
import { trashSchema } from '../trash-file';

/** How the content of each is read. */
const FILES: Readonly<Record<string, (data: unknown) => ReadFile<unknown>>> = {
  'library.json': (data) => readVersioned('library', librarySchema, data),
  'settings.json': (data) => readVersioned('settings', settingsSchema, data),
  'view.json': (data) => readVersioned('view', viewSchema, data),
  'drafts.json': (data) => readVersioned('drafts', draftsSchema, data),
  'trash.json': (data) =>
    trashSchema.safeParse(data).success
      ? { is: 'read', value: data }
      : { is: 'damaged', why: 'it does not say how long notes were in the trash' },
};

/** Whether there is a library in the folder: notes, or the file that says so. */
export async function isLibrary(folder: string): Promise<boolean> {
  const has = (name: string): Promise<boolean> =>
    stat(path.join(folder, name)).then(
      () => true,
      () => false,
    );
  return (await has('library.json')) || (await has('notes'));
}

/** Checks the files beside the notes; a file that is not there has its usual content. */
export function checkSmallFiles(folder: string): Finding[] {
  return Object.entries(FILES).flatMap(([file, read]): Finding[] => {
    const wrong = (code: FindingCode, why = ''): Finding[] => [
      { level: 'wrong', code, details: { file, ...(why && { why }) } },
    ];
    try {
      const bytes = readFileSync(path.join(folder, file));
      if (!isUtf8(bytes)) return wrong('file-damaged', 'it is not UTF-8');
      const content = read(JSON.parse(bytes.toString('utf8')));
      if (content.is === 'newer') return wrong('file-newer');
      return content.is === 'damaged' ? wrong('file-damaged', content.why) : [];
    } catch (error) {
      if (error instanceof SyntaxError) return wrong('file-damaged', 'it is not JSON');
      if (systemCode(error) === null) throw error;
      if (systemCode(error) !== 'ENOENT') return wrong('file-unreadable');
      return file === 'library.json' ? wrong('file-missing') : [];
    }
  });
}

/** What killed processes left behind. @param folders below the library's @param now epoch, in ms */
export async function checkAbandoned(
  folder: string,
  folders: readonly string[],
  now: number,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const inner of folders) {
    const names = await readdir(path.join(folder, inner)).catch(() => []);
    for (const name of names.filter(isTemporary)) {
      const file = path.posix.join(inner, name);
      if (await isAbandoned(path.join(folder, file), now))
        findings.push({ level: 'wrong', code: 'abandoned', details: { file } });
    }
  }
  return findings;
}

/** Changes of several notes that killed processes did not end; the next opening does. @param now epoch, in ms */
export async function checkJournal(folder: string, now: number): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const name of await readdir(path.join(folder, 'journal')).catch(() => [])) {
    const file = `journal/${name}`;
    const begun = await stat(path.join(folder, file)).catch(() => null);
    if (begun && Math.abs(now - begun.mtimeMs) > LONGEST)
      findings.push({ level: 'wrong', code: 'change-begun', details: { file } });
  }
  return findings;
}

/** What was set aside earlier, with the reason that stands beside each. */
export async function listQuarantine(folder: string): Promise<Finding[]> {
  const quarantine = path.join(folder, 'quarantine');
  const names = (await readdir(quarantine).catch(() => [])).sort();
  const kept = names.filter((name) => !name.endsWith('.reason.txt'));
  return Promise.all(
    kept.map(async (name): Promise<Finding> => {
      const reason = await readFile(path.join(quarantine, `${name}.reason.txt`), 'utf8').catch(() => '');
      const why = reason.trim().replace(`${name} was set aside: `, '');
      return { level: 'remark', code: 'set-aside', details: { file: `quarantine/${name}`, why } };
    }),
  );
}

/**
 * The app on a library, at work until it is killed: every change is said when it is begun, and again once it is acknowledged.
 * Arguments: the library's folder, a folder of files to import, a seed.
 */
import { once } from 'node:events';
import { readdirSync, writeSync } from 'node:fs';
import path from 'node:path';
import { createApp } from '../../src/app/create-app';
import { noDialogs } from '../../src/app/no-dialogs';
import type { Operation } from '../../src/core/operation';
import { fail } from '../../src/core/result';
import type { NoteSummary } from '../../src/core/schema';
import { createLateBackups } from '../../src/store/backup/late';
import { createFiles } from '../../src/store/files';
import { createIds } from '../../src/store/ids';
import { createLibraryFolder } from '../../src/store/open-library';
import { createOwnLayouts } from '../../src/store/own-layouts';
import { createRandom } from '../lib/statistics.mjs';
import { digestOf } from './digest.mjs';
import type { Expected, Line } from './protocol';

const [folder = '', imports = '', seed = '1'] = process.argv.slice(2);
const random = createRandom(Number(seed));
const here = { paths: [] };

/** At once: what is said has left the process. */
const say = (line: Line): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

const app = createApp({
  library: createLibraryFolder({ folder, empty: true }),
  files: createFiles(''),
  backups: createLateBackups({ library: folder, app: '' }),
  dialogs: noDialogs,
  layouts: createOwnLayouts(folder),
  typesetter: { prepare: () => undefined, typeset: async () => fail('unexpected') },
  now: () => new Date().toISOString(),
  newId: createIds(),
  emit: () => undefined,
});

/** Two kinds of work go on side by side, each on notes of its own. */
const LANES = {
  /** Changes of many notes. */
  many: async (mine: readonly NoteSummary[]) => {
    const some = pick(mine, 2 + Math.floor(random() * 40));
    const ids = some.map(({ id }) => id);
    const kind = random();
    if (mine.length < 60 || kind < 0.2) return importSome();
    if (kind < 0.6) return tag(ids);
    if (kind < 0.75) return apply('many', { type: 'trash', notes: ids }, { trashed: true });
    if (kind < 0.9) return apply('many', { type: 'restore', notes: ids }, { trashed: false });
    // As many as come, so that the library stays of one size.
    return apply('many', { type: 'delete', notes: ids }, { gone: true });
  },
  /** Writing. */
  one: async (mine: readonly NoteSummary[]) => {
    const [note] = pick(mine, 1);
    const words = `words ${Math.floor(random() * 1e9)}`;
    const kind = random();
    if (!note || mine.length < 30 || kind < 0.1) {
      const title = `New: ${words}`;
      const made = { type: 'create', title, text: `${title}. Its text.`, tags: [] } as const;
      return apply('one', { ...made, tags: [] }, { added: [title] });
    }
    const { id } = note;
    if (kind < 0.2) return apply('one', { type: 'delete', notes: [id] }, { gone: true });
    if (kind < 0.4) return apply('one', { type: 'edit-title', note: id, title: words }, { title: words });
    if (kind < 0.6) {
      const at = { kind: 'remark', start: 0, end: 5 } as const;
      return apply('one', { type: 'annotate', note: id, ...at, comment: words }, { comment: words });
    }
    const text = `First ${words}\n\n${`${words} `.repeat(Math.floor(random() * 400))}end`;
    return apply('one', { type: 'edit-text', note: id, text }, { text });
  },
} as const;
type Lane = keyof typeof LANES;

const laneOf = (id: string): Lane => ((id.codePointAt(id.length - 1) ?? 0) % 2 === 0 ? 'many' : 'one');

function pick<T>(all: readonly T[], count: number): T[] {
  const rest = [...all];
  return Array.from({ length: Math.min(count, rest.length) }, () =>
    rest.splice(Math.floor(random() * rest.length), 1),
  ).flat();
}

function tag(notes: string[]): Promise<void> {
  const added = `kill/${Math.floor(random() * 1e9)}`;
  return apply('many', { type: 'tag', notes, add: [added], remove: [] }, { tag: added });
}

async function apply(lane: Lane, operation: Operation, expected: Expected): Promise<void> {
  const ids = 'notes' in operation ? operation.notes : 'note' in operation ? [operation.note] : [];
  say({ lane, begin: { ids, expected } });
  const done = await app.handlers['library.apply']({ operation }, here);
  if (!done.ok) return say({ failed: JSON.stringify(done.error) });
  const made = done.value.notes.map(({ id }) => id);
  say({ lane, done: await states([...ids, ...made]), whole: true });
}

async function importSome(): Promise<void> {
  const files = pick(readdirSync(imports), 1 + Math.floor(random() * 12));
  const added = files.map((file) => path.parse(file).name);
  say({ lane: 'many', begin: { ids: [], expected: { added } } });
  const made: string[] = [];
  const done = await app.importPaths(
    files.map((file) => path.join(imports, file)),
    { onFile: (file) => 'note' in file && made.push(file.note) },
  );
  if (!done.ok) return say({ failed: JSON.stringify(done.error) });
  say({ lane: 'many', done: await states(made), whole: true });
}

async function states(ids: readonly string[]): Promise<Record<string, string | null>> {
  const found: Record<string, string | null> = {};
  for (const id of ids) {
    const note = await app.handlers['note.open']({ note: id }, here);
    found[id] = note.ok ? digestOf(note.value) : null;
  }
  return found;
}

async function work(lane: Lane): Promise<void> {
  for (;;) {
    const summaries = await app.summaries();
    if (!summaries.ok) return say({ failed: JSON.stringify(summaries.error) });
    await LANES[lane](summaries.value.filter(({ id }) => laneOf(id) === lane));
  }
}

const started = await app.start({ current: true });
const summaries = await app.summaries();
if (!started.ok || !summaries.ok) {
  say({ failed: JSON.stringify(started) });
} else {
  const notices = app.takeNotices().map(({ what }) => what.code);
  say({ opened: { ids: summaries.value.map(({ id }) => id), notices } });
  await once(process.stdin, 'data');
  await Promise.all([work('many'), work('one')]);
}

import { EventEmitter, once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Found } from '../core/ports';
import { ok } from '../core/result';
import { Comparison } from './comparison';
import { Damaged } from './damaged';
import { IndexFile } from './index-file';
import { KnownNotes } from './known-notes';
import { NoteFiles } from './note-files';
import { KeyedQueue } from './parallel';
import { fileOf, note, temporary } from './test-library';

it('a note that is deleted before a comparison has told of it does not come back as a row', async () => {
  const folder = await temporary();
  await mkdir(path.join(folder, 'notes'));
  const [deleted, slow] = [note('deleted'), note('slow')];
  for (const one of [deleted, slow]) await writeFile(fileOf(folder, one), JSON.stringify(one));
  const events = new EventEmitter();
  const wasRead = once(events, 'read');
  const isReleased = once(events, 'release');
  class SlowFiles extends NoteFiles {
    override async read(id: string) {
      const stored = await super.read(id);
      if (id === slow.id) await isReleased;
      else events.emit('read');
      return stored;
    }
  }
  const files = new SlowFiles(path.join(folder, 'notes'));
  const known = new KnownNotes(new IndexFile(folder));
  const queue = new KeyedQueue();
  const found: Found[] = [];
  const history = { record: async () => undefined, newest: async () => null, keep: async () => ok('') };
  const damaged = new Damaged({ folder, files, history });
  const tell = (one: Found) => found.push(one);
  const comparison = new Comparison({ folder, files, known, damaged, history, queue, tell });
  const compared = comparison.everything(0);
  await wasRead;
  await queue.run(deleted.id, async () => {
    comparison.overtaken(deleted.id);
    await rm(fileOf(folder, deleted));
    known.set(deleted.id, null);
  });
  events.emit('release');
  await compared;
  expect(found.flatMap(({ changed }) => changed.map(({ title }) => title))).toEqual(['slow']);
  await known.close();
});

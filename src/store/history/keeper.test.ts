import { appendFile, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Note } from '../../core/schema';
import { NoteFiles } from '../note-files';
import { fileOf, note, temporary } from '../test-library';
import { Keeper } from './keeper';
import { NoteHistory } from './note-history';
import { thin } from './thinning';

const NOW = Date.parse('2026-06-15T12:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** There are no notes. */
const nothing = { current: async () => null, hasFile: async () => false, tell: () => undefined };

/** A history whose clock the test moves. */
async function history() {
  const folder = await temporary();
  await mkdir(path.join(folder, 'notes'));
  const clock = { now: NOW };
  const files = new NoteFiles(path.join(folder, 'notes'));
  const parts = { folder: path.join(folder, 'history'), clock: () => clock.now };
  const versions = new NoteHistory({ ...parts, ...nothing });
  const keeper = new Keeper({ history: versions, files, clock: () => clock.now });
  onTestFinished(async () => {
    await keeper.close();
    await versions.close();
  });
  /** Saves a note at moments, oldest first, each text being the moment's age in hours. */
  const save = async (one: Note, ages: readonly number[]): Promise<Note> => {
    let last = one;
    for (const age of ages) {
      clock.now = NOW - age * HOUR;
      const after = { ...last, text: `${age} h` };
      const before = last === one ? null : last;
      await versions.record([{ id: one.id, before, after }], 'edit-text');
      last = after;
    }
    clock.now = NOW;
    await files.write(last);
    return last;
  };
  const texts = async (one: Note): Promise<string[]> => {
    const list = await versions.list(one.id);
    if (!list.ok) throw new Error(list.error.code);
    const found: string[] = [];
    for (const { version } of list.value) {
      const read = await versions.read(one.id, version);
      found.push(read.ok ? read.value.text : read.error.code);
    }
    return found;
  };
  return { folder, clock, files, versions, keeper, save, texts };
}

const old = Array.from({ length: 50 }, (_, index) => (50 * DAY) / HOUR - index * 0.01);

describe('the round of the day', () => {
  it('thins every log that has too many versions for their age', async () => {
    const { versions, keeper, save, texts, clock } = await history();
    const one = await save(note('A'), [...old, 0.5, 0.25, 0]);
    expect(await texts(one)).toHaveLength(53);
    await keeper.roundIfDue();
    const thinned = await texts(one);
    // The first, the last of its month, and the last hour.
    expect(thinned).toEqual(['0 h', '0.25 h', '0.5 h', `${old.at(-1)} h`, `${old[0]} h`]);
    const list = await versions.list(one.id);
    expect(list.ok && list.value.map(({ by }) => by)).toEqual(Array(5).fill('edit-text'));
    clock.now = NOW + 30 * MINUTE;
    await versions.record([{ id: one.id, before: one, after: { ...one, text: 'after' } }], 'edit-text');
    expect(await texts(one)).toEqual(['after', ...thinned]);
  });

  it('is made once a day, also where the clock was set back', async () => {
    const { folder, keeper, save, texts, clock } = await history();
    await keeper.roundIfDue();
    const round = path.join(folder, 'history', 'round.json');
    await expect(readFile(round)).rejects.toThrow();
    const one = await save(note('A'), [0]);
    await keeper.roundIfDue();
    const first = await readFile(round, 'utf8');
    clock.now += 23 * HOUR;
    await keeper.roundIfDue();
    expect(await readFile(round, 'utf8')).toBe(first);
    clock.now -= 365 * DAY;
    await keeper.roundIfDue();
    expect(await readFile(round, 'utf8')).not.toBe(first);
    expect(await texts(one)).toEqual(['0 h']);
  });

  it('gives notes that have no history a first version', async () => {
    const { files, keeper, texts } = await history();
    const one = note('A', { text: 'One' });
    await files.write(one);
    await keeper.roundIfDue();
    expect(await texts(one)).toEqual(['One']);
  });

  it('keeps the history of a note that another program deleted for thirty days, from when that was seen', async () => {
    const { folder, versions, keeper, save, clock } = await history();
    const one = await save(note('A'), [400 * 24]);
    await save(note('B'), [0]);
    await rm(fileOf(folder, one));
    await keeper.roundIfDue();
    clock.now += 29 * DAY;
    await keeper.roundIfDue();
    expect(await versions.logs.ids()).toContain(one.id);
    clock.now += 2 * DAY;
    await keeper.roundIfDue();
    expect(await versions.logs.ids()).not.toContain(one.id);
  });

  it('deletes what a session that was killed had deleted for ever', async () => {
    const { folder, versions, keeper, save, clock } = await history();
    const one = await save(note('A'), [0]);
    const parts = { folder: path.join(folder, 'history'), clock: () => clock.now };
    const killed = new NoteHistory({ ...parts, ...nothing });
    await killed.record([{ id: one.id, before: one, after: null }], 'delete');
    await rm(fileOf(folder, one));
    clock.now += 2 * HOUR;
    await keeper.roundIfDue();
    expect(await versions.logs.ids()).toEqual([one.id]);
    clock.now += DAY;
    await keeper.roundIfDue();
    expect(await versions.logs.ids()).toEqual([]);
  });

  it('passes over logs that have nothing more to lose', async () => {
    const { versions, keeper, save, texts, clock } = await history();
    const one = await save(note('A'), [...old, 0]);
    const log = versions.logs.fileOf(one.id);
    await keeper.roundIfDue();
    await appendFile(log, await readFile(log));
    const long = new Date(NOW - 100 * DAY);
    await utimes(log, long, long);
    const size = (await readFile(log)).length;
    clock.now += 2 * DAY;
    await keeper.roundIfDue();
    expect((await readFile(log)).length).toBe(size);
    expect(await texts(one)).toHaveLength(3);
  });
});

describe('a log that is being thinned', () => {
  it('keeps damaged lines as they are', async () => {
    const { versions, save, texts } = await history();
    const one = await save(note('A'), [...old, 0]);
    const log = versions.logs.fileOf(one.id);
    const garbage = Buffer.from([0xff, 0xfe, 0x00, 0x80]);
    await appendFile(log, Buffer.concat([garbage, Buffer.from('\n')]));
    await thin(versions.logs.folder, log, NOW);
    expect((await readFile(log)).includes(garbage)).toBe(true);
    expect(await texts(one)).toHaveLength(3);
  });

  it('loses nothing that is written to it meanwhile, here or by another process', async () => {
    const { folder, versions, save, texts } = await history();
    const one = await save(note('A'), [...old, 1, 0]);
    const log = versions.logs.fileOf(one.id);
    const parts = { folder: path.join(folder, 'history'), clock: () => NOW };
    const another = new NoteHistory({ ...parts, ...nothing });
    const thinning = thin(versions.logs.folder, log, NOW);
    let last = one;
    let isDone = false;
    void thinning.then(() => {
      isDone = true;
    });
    const written: string[] = [];
    for (let count = 0; !isDone || count < 3; count += 1) {
      const after = { ...last, text: `during ${count}` };
      const writer = count % 2 === 0 ? versions : another;
      await writer.record([{ id: one.id, before: last, after }], 'edit-text');
      // Everything else has its turn, the thinning too.
      await setImmediate();
      written.push(after.text);
      last = after;
    }
    await another.close();
    const found = await texts(one);
    for (const text of written) expect(found).toContain(text);
    expect(found).toContain('0 h');
  });

  it('is left where a newer app wrote it', async () => {
    const { versions } = await history();
    await mkdir(versions.logs.folder);
    const log = versions.logs.fileOf('note0001');
    await writeFile(log, '{"schema":2,"history":"note0001"}\n');
    await thin(versions.logs.folder, log, NOW);
    expect(await readFile(log, 'utf8')).toBe('{"schema":2,"history":"note0001"}\n');
  });
});

it('a note is thinned an hour after it was last, as it is saved', async () => {
  const { keeper, clock, save, texts } = await history();
  const one = await save(note('A'), [...old, 0]);
  const changes = [{ id: one.id, before: null, after: one }];
  keeper.saved(changes);
  clock.now += 2 * HOUR;
  keeper.saved(changes);
  await expect.poll(async () => (await texts(one)).length).toBeLessThanOrEqual(3);
});

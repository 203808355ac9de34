import { describe, expect, it } from 'vitest';
import { type TestApp, testApp, testFolder, unwrap } from './test-app';

const here = { paths: [] };
const DAY = 86_400_000;
const START = Date.parse('2026-01-01T12:00:00.000Z');

/** An app whose clock the test sets, in days since the note was put in the trash. */
async function appOn(folder: string, day: number): Promise<TestApp> {
  const now = () => new Date(START + day * DAY).toISOString();
  const app = await testApp({ folder, empty: true, ports: { now } });
  unwrap(await app.handlers['library.start']({}, here));
  return app;
}

/** Starts the app on a day, lets it settle, and ends it. @returns what it told, and the notes that are left */
async function visit(folder: string, day: number) {
  const app = await appOn(folder, day);
  unwrap(await app.handlers['view.painted']({}, here));
  await app.refresh();
  const left = unwrap(await app.summaries()).map(({ title }) => title);
  const undone = await app.handlers['history.undo']({}, here);
  const back = unwrap(await app.summaries()).map(({ title }) => title);
  if (undone.ok) await app.handlers['history.redo']({}, here);
  await app.close();
  const told = app.sent.flatMap((one) =>
    one.event === 'message' && one.payload.level === 'info' ? [one.payload.what] : [],
  );
  return { told, left, back };
}

describe('the trash', () => {
  it('deletes what was in it for 30 days, says so, and can undo it', async () => {
    const folder = await testFolder();
    const app = await appOn(folder, 0);
    for (const title of ['Kept', 'Old', 'Older']) {
      const operation = { type: 'create', title, text: '', tags: [] } as const;
      const made = await app.handlers['library.apply']({ operation: { ...operation, tags: [] } }, here);
      const id = unwrap(made).notes[0]?.id ?? '';
      if (title !== 'Kept')
        unwrap(await app.handlers['library.apply']({ operation: { type: 'trash', notes: [id] } }, here));
    }
    await app.close();
    for (const day of [0, 6, 12, 18, 24, 29.9]) expect((await visit(folder, day)).left).toHaveLength(3);
    const last = await visit(folder, 30.1);
    expect(last.told).toEqual([{ code: 'trash-emptied', details: { count: 2 } }]);
    expect(last.left).toEqual(['Kept']);
    expect(last.back.toSorted()).toEqual(['Kept', 'Old', 'Older']);
    expect((await visit(folder, 31)).left).toEqual(['Kept']);
  });

  it('deletes nothing because of a clock that jumps', async () => {
    const folder = await testFolder();
    const app = await appOn(folder, 0);
    const operation = { type: 'create', title: 'A', text: '', tags: [] } as const;
    const made = await app.handlers['library.apply']({ operation: { ...operation, tags: [] } }, here);
    const notes = unwrap(made).notes.map(({ id }) => id);
    unwrap(await app.handlers['library.apply']({ operation: { type: 'trash', notes } }, here));
    await app.close();
    for (const day of [0, 400, 1, -300, 2]) expect((await visit(folder, day)).left).toEqual(['A']);
  });
});

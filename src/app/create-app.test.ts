import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../core/markdown';
import { defaultChoices } from '../core/vocabulary';
import { noDialogs } from './no-dialogs';
import { type TestApp, testApp, testFolder, unwrap } from './test-app';

const here = { paths: [] };

describe('a first start', () => {
  it('shows the article, selected', async () => {
    const app = await testApp();
    const start = unwrap(await app.handlers['library.start']({}, here));
    expect(start.summaries).toHaveLength(1);
    expect(start.open?.source).toEqual({
      agency: 'BelTA',
      place: 'Minsk',
      date: '2025-01-30',
      dateline: 'MINSK, 30 January (BelTA) –',
    });
    expect(plainText(start.open?.text ?? '').split('\n')).toHaveLength(5);
    expect(start.notices).toEqual([]);
  });

  it('does not bring the article back once it was deleted', async () => {
    const folder = await testFolder();
    const first = await testApp({ folder });
    const { open } = unwrap(await first.handlers['library.start']({}, here));
    unwrap(
      await first.handlers['library.apply']({ operation: { type: 'delete', notes: [open?.id ?? ''] } }, here),
    );
    await first.close();
    const second = await testApp({ folder });
    const start = unwrap(await second.handlers['library.start']({}, here));
    expect(start.summaries).toEqual([]);
    expect(start.open).toBeNull();
  });

  it('has no article with `empty`, then or later', async () => {
    const folder = await testFolder();
    const first = await testApp({ folder, empty: true });
    expect(unwrap(await first.summaries())).toEqual([]);
    await first.close();
    expect(unwrap(await (await testApp({ folder })).summaries())).toEqual([]);
  });

  it('comes back to the note that was left, scrolled where it was', async () => {
    const folder = await testFolder();
    const first = await testApp({ folder });
    await first.handlers['library.start']({}, here);
    const made = unwrap(
      await first.handlers['library.apply'](
        { operation: { type: 'create', title: 'Second', text: 'Words', tags: [] } },
        here,
      ),
    );
    const note = made.notes[0]?.id ?? '';
    await first.handlers['view.remember']({ note, scroll: 120 }, here);
    await first.close();
    const start = unwrap(await (await testApp({ folder })).handlers['library.start']({}, here));
    expect(start.open?.title).toBe('Second');
    expect(start.scroll).toBe(120);
  });
});

describe('a long list', () => {
  async function longLibrary(): Promise<TestApp> {
    const app = await testApp({ empty: true });
    for (let count = 0; count < 103; count += 1) {
      const created = app.handlers['library.apply'](
        { operation: { type: 'create', title: `Note ${count}`, text: '', tags: [] } },
        here,
      );
      unwrap(await created);
    }
    return app;
  }

  it.each(['just written', 'opened anew'])(
    'that was %s begins with the newest notes; then all of it is sent, as it is now',
    async (how) => {
      const made = await longLibrary();
      const all = unwrap(await made.summaries()).map(({ id }) => id);
      await made.close();
      const app = how === 'opened anew' ? await testApp({ folder: made.folder }) : made;
      const { handlers } = app;
      if (how === 'opened anew') app.prepare();
      const start = unwrap(await handlers['library.start']({}, here));
      expect(new Set(start.summaries.map(({ id }) => id))).toEqual(new Set(all.slice(0, 100)));
      expect(start.open?.id).toBe(all[0]);
      expect(start.next).toBe(0);
      const newest = all[0] ?? '';
      unwrap(await handlers['library.apply']({ operation: { type: 'delete', notes: [newest] } }, here));
      const rest = unwrap(await handlers['library.rest']({ from: 0 }, here));
      expect(rest.next).toBeNull();
      expect(rest.summaries.map(({ id }) => id)).toEqual(all.slice(1));
    },
  );

  it('begins in the order that was chosen, pinned notes first', async () => {
    const made = await longLibrary();
    const oldest = unwrap(await made.summaries()).at(-1)?.id ?? '';
    unwrap(
      await made.handlers['library.apply'](
        { operation: { type: 'pin', notes: [oldest], pinned: true } },
        here,
      ),
    );
    const order = { by: 'title', descending: true } as const;
    const titles = async (app: TestApp): Promise<string[]> =>
      unwrap(await app.handlers['library.start']({}, here)).summaries.map(({ title }) => title);
    await made.close();
    const usual = await testApp({ folder: made.folder });
    expect((await titles(usual))[0]).toBe('Note 0');
    await usual.handlers['view.remember']({ note: null, scroll: 0, order }, here);
    // What is remembered later keeps it.
    await usual.handlers['view.remember']({ note: null, scroll: 0 }, here);
    await usual.close();
    const { handlers } = await testApp({ folder: made.folder });
    const start = unwrap(await handlers['library.start']({}, here));
    expect(start.order).toEqual(order);
    expect(start.summaries.slice(0, 3).map(({ title }) => title)).toEqual(['Note 0', 'Note 102', 'Note 101']);
    expect(start.summaries).toHaveLength(100);
    expect(start.open?.title).toBe('Note 0');
  });

  it('shows the note that was open, also where it is not among the newest', async () => {
    const made = await longLibrary();
    const oldest = unwrap(await made.summaries()).at(-1)?.id ?? '';
    await made.handlers['view.remember']({ note: oldest, scroll: 7 }, here);
    await made.close();
    const { handlers } = await testApp({ folder: made.folder });
    const start = unwrap(await handlers['library.start']({}, here));
    expect(start).toMatchObject({ open: { id: oldest }, scroll: 7, next: 0 });
  });
});

describe('operations', () => {
  it('undo and redo, and say what', async () => {
    const app = await testApp({ empty: true });
    const { handlers } = app;
    const made = unwrap(
      await handlers['library.apply'](
        { operation: { type: 'create', title: 'A', text: '', tags: ['trade'] } },
        here,
      ),
    );
    const id = made.notes[0]?.id ?? '';
    await handlers['library.apply'](
      { operation: { type: 'tag', notes: [id], add: ['x'], remove: [] } },
      here,
    );
    const undone = unwrap(await handlers['history.undo']({}, here));
    expect(undone).toMatchObject({ operation: 'tag', undo: 'create', redo: 'tag' });
    expect(undone.notes[0]?.tags).toEqual(['trade']);
    const gone = unwrap(await handlers['history.undo']({}, here));
    expect(gone.removed).toEqual([id]);
    expect(await handlers['history.undo']({}, here)).toMatchObject({ error: { code: 'nothing-to-undo' } });
    const again = unwrap(await handlers['history.redo']({}, here));
    expect(again.summaries.map(({ title }) => title)).toEqual(['A']);
    expect(unwrap(await handlers['note.open']({ note: id }, here)).tags).toEqual(['trade']);
  });

  it('asked for at once are carried out one after another', async () => {
    const { handlers } = await testApp({ empty: true });
    const made = unwrap(
      await handlers['library.apply'](
        { operation: { type: 'create', title: 'A', text: '', tags: [] } },
        here,
      ),
    );
    const id = made.notes[0]?.id ?? '';
    const tags = Array.from({ length: 20 }, (_, index) => `t${index}`);
    await Promise.all(
      tags.map((tag) =>
        handlers['library.apply']({ operation: { type: 'tag', notes: [id], add: [tag], remove: [] } }, here),
      ),
    );
    expect(unwrap(await handlers['note.open']({ note: id }, here)).tags).toHaveLength(20);
  });

  it.each([
    ['of spaces', '   ', 'tag-invalid'],
    ['of 500 characters', 'x'.repeat(500), 'tag-invalid'],
  ])('refuse a tag %s', async (_, tag, code) => {
    const { handlers } = await testApp({ empty: true });
    const operation = { type: 'create', title: '', text: '', tags: [tag] } as const;
    expect(await handlers['library.apply']({ operation: { ...operation, tags: [tag] } }, here)).toMatchObject(
      {
        ok: false,
        error: { code },
      },
    );
  });

  it('take a tag of emoji, and a comment of 100,000 characters but no longer one', async () => {
    const { handlers } = await testApp({ empty: true });
    const made = unwrap(
      await handlers['library.apply'](
        { operation: { type: 'create', title: '', text: 'Some words', tags: ['🇧🇾 trade/🚜'] } },
        here,
      ),
    );
    expect(made.notes[0]?.tags).toEqual(['🇧🇾 trade/🚜']);
    const note = made.notes[0]?.id ?? '';
    const annotate = (comment: string) =>
      handlers['library.apply'](
        { operation: { type: 'annotate', note, kind: 'remark', start: 0, end: 4, comment } },
        here,
      );
    expect((await annotate('x'.repeat(100_000))).ok).toBe(true);
    expect(await annotate('x'.repeat(100_001))).toMatchObject({
      error: { code: 'comment-too-long', details: { length: 100_001, max: 100_000 } },
    });
  });
});

describe('search', () => {
  it('finds words in title, text, tags, comments and source, also as they are typed', async () => {
    const { handlers } = await testApp();
    const { open } = unwrap(await handlers['library.start']({}, here));
    const note = open?.id ?? '';
    const found = async (query: string) => unwrap(await handlers['library.search']({ query }, here)).notes;
    expect(await found('')).toEqual([note]);
    expect(await found("belarus' amkodor")).toEqual([note]);
    expect(await found('belta 2025-01-30')).toEqual([note]);
    expect(await found('amkodor elsewhere')).toEqual([]);
    const operation = {
      type: 'annotate',
      note,
      kind: 'risk',
      start: 0,
      end: 5,
      comment: 'Über *elsewh*ere',
    } as const;
    await handlers['library.apply']({ operation }, here);
    expect(await found('amkodor elsewhere uber')).toEqual([note]);
    await handlers['library.apply']({ operation: { type: 'delete', notes: [note] } }, here);
    expect(await found('amkodor')).toEqual([]);
  });
});

describe('export', () => {
  it('asks where to, writes, and shows the file', async () => {
    const folder = await testFolder();
    const shown: string[] = [];
    const asked: string[] = [];
    const app = await testApp({
      ports: {
        dialogs: {
          ...noDialogs,
          chooseSave: async (name, extension) => {
            asked.push(`${name} ${extension}`);
            return path.join(folder, 'note.md');
          },
          reveal: (file) => shown.push(file),
        },
      },
    });
    const { open } = unwrap(await app.handlers['library.start']({}, here));
    const choices = { ...defaultChoices, format: 'md' } as const;
    const save = () => app.handlers['export.save']({ notes: [open?.id ?? ''], choices, task: 'one' }, here);
    expect(unwrap(await save())).toEqual({ file: 'note.md', warnings: [] });
    expect(asked).toEqual(['Belarus–Vologda Oblast trade up 8 %, exports up 21 %.md md']);
    await app.handlers['export.reveal']({}, here);
    expect(shown).toEqual([path.join(folder, 'note.md')]);
    expect(await readFile(path.join(folder, 'note.md'), 'utf8')).toContain('agency: BelTA');
    expect(app.sent.filter(({ event }) => event === 'progress')).not.toEqual([]);
  });

  it('is ended by its name, and writes nothing', async () => {
    const folder = await testFolder();
    const app = await testApp({
      ports: {
        dialogs: {
          ...noDialogs,
          chooseSave: async () => path.join(folder, 'note.pdf'),
        },
        typesetter: {
          prepare: () => undefined,
          typeset: (_, signal) =>
            new Promise((resolve) => {
              signal.addEventListener('abort', () =>
                resolve({ ok: false, error: { code: 'cancelled', details: {} } }),
              );
              void app.handlers['task.cancel']({ task: 'one' }, here);
            }),
        },
      },
    });
    const { open } = unwrap(await app.handlers['library.start']({}, here));
    const choices = { ...defaultChoices, format: 'pdf' } as const;
    const saved = await app.handlers['export.save']({ notes: [open?.id ?? ''], choices, task: 'one' }, here);
    expect(saved).toMatchObject({ error: { code: 'cancelled' } });
    expect(await readdir(folder)).toEqual([]);
  });
});

it('keeps settings, and signs annotations with the name in them', async () => {
  const folder = await testFolder();
  const app = await testApp({ folder });
  unwrap(await app.handlers['settings.change']({ settings: { author: 'A. Reader' } }, here));
  await app.close();
  const again = await testApp({ folder });
  const { open, settings } = unwrap(await again.handlers['library.start']({}, here));
  expect(settings).toMatchObject({ author: 'A. Reader', theme: 'system' });
  const operation = {
    type: 'annotate',
    note: open?.id ?? '',
    kind: 'risk',
    start: 0,
    end: 5,
    comment: '',
  } as const;
  const change = unwrap(await again.handlers['library.apply']({ operation }, here));
  expect(change.notes[0]?.annotations[0]?.author).toBe('A. Reader');
});

it('keeps both of two settings that are changed at once', async () => {
  const { handlers } = await testApp({ empty: true });
  const change = handlers['settings.change'];
  await Promise.all([
    change({ settings: { author: 'A. Reader' } }, here),
    change({ settings: { theme: 'dark' } }, here),
  ]);
  const { settings } = unwrap(await handlers['library.start']({}, here));
  expect(settings).toMatchObject({ author: 'A. Reader', theme: 'dark' });
});

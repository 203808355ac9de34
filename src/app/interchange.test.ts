import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultChoices } from '../core/vocabulary';
import { noDialogs } from './no-dialogs';
import { type TestApp, testApp, testFolder, unwrap } from './test-app';

const fixture = (name: string): string => path.resolve('fixtures/interchange', name);
const here = { paths: [] };

/** The app with the annotated article as its only note. */
async function withArticle(more: Parameters<typeof testApp>[0] = {}) {
  const app = await testApp({ empty: true, ...more });
  const imported = unwrap(await app.importPaths([path.resolve('fixtures/annotated-article/input.md')]));
  const [note] = imported.change.notes;
  if (!note) throw new Error('no note');
  return { app, note };
}
const noteOf = async (app: TestApp, note: string) => unwrap(await app.handlers['note.open']({ note }, here));

describe('annotations of a file', () => {
  it('come to a note in one step of undo, and once only', async () => {
    const { app, note } = await withArticle();
    const dropped = { paths: [fixture('hypothesis-export.json')] };
    const report = unwrap(await app.handlers['annotations.import']({ note: note.id }, dropped));
    expect(report).toMatchObject({
      file: 'hypothesis-export.json',
      counts: { exact: 2, moved: 0, changed: 1, ambiguous: 1, orphan: 3, known: 0, elsewhere: 0, unread: 0 },
    });
    expect(report?.change.notes[0]?.annotations).toHaveLength(13);
    const again = unwrap(await app.handlers['annotations.import']({ note: note.id }, dropped));
    expect(again).toMatchObject({ counts: { exact: 0, orphan: 0, known: 7 }, change: { notes: [] } });
    const other = { paths: [fixture('hypothesis-search.json')] };
    const same = unwrap(await app.handlers['annotations.import']({ note: note.id }, other));
    expect(same?.counts.known).toBe(7);
    unwrap(await app.handlers['history.undo']({}, here));
    expect((await noteOf(app, note.id)).annotations).toEqual(note.annotations);
  });

  it('about other pages stay out where the note has its own page among them', async () => {
    const { app, note } = await withArticle();
    const address = 'http://eng.belta.by/economics/view/belarus-vologda-oblast-trade-2025/#top';
    const edit = { type: 'edit-source', note: note.id, source: { ...note.source, address } } as const;
    unwrap(await app.handlers['library.apply']({ operation: edit }, here));
    const report = unwrap(await app.importAnnotations(note.id, fixture('hypothesis-search.json')));
    expect(report.counts).toMatchObject({ exact: 2, orphan: 2, elsewhere: 1 });
  });

  it('leave and come back as they were, also where some have lost their passages', async () => {
    const { app, note } = await withArticle();
    const text = note.text.replace('There are 18 direct inter-university agreements, and t', 'T');
    unwrap(
      await app.handlers['library.apply']({ operation: { type: 'edit-text', note: note.id, text } }, here),
    );
    const before = await noteOf(app, note.id);
    expect(before.annotations.map(({ state }) => state)).toContain('orphan');
    const file = path.join(await testFolder(), 'a.jsonld');
    unwrap(
      await app.exportTo([before], before.title, { path: file, format: 'jsonld', choices: defaultChoices }),
    );
    for (const { id } of before.annotations) {
      const operation = { type: 'delete-annotation', note: note.id, annotation: id } as const;
      unwrap(await app.handlers['library.apply']({ operation }, here));
    }
    const report = unwrap(await app.importAnnotations(note.id, file));
    expect(report.counts).toMatchObject({ exact: 5, orphan: 1, known: 0 });
    expect((await noteOf(app, note.id)).annotations).toEqual(before.annotations);
  });

  it('are found again by the text that they were lost in elsewhere', async () => {
    const { app, note } = await withArticle();
    const lost = note.annotations.map((each) => ({ ...each, state: 'orphan' as const }));
    const file = path.join(await testFolder(), 'a.jsonld');
    const away = { ...note, annotations: lost };
    unwrap(await app.exportTo([away], away.title, { path: file, format: 'jsonld', choices: defaultChoices }));
    const [other] = unwrap(await app.importPaths([path.resolve('fixtures/vologda-trade/input.txt')])).change
      .notes;
    const report = unwrap(await app.importAnnotations(other?.id ?? '', file));
    expect(report.counts).toMatchObject({ exact: 6, orphan: 0 });
  });
});

it('nothing is changed where the file holds none, is not there, or the dialog is closed', async () => {
  const { app, note } = await withArticle();
  const folder = await testFolder();
  await writeFile(path.join(folder, 'a.json'), JSON.stringify(note));
  const codeOf = async (paths: readonly string[], id = note.id) => {
    const answer = await app.handlers['annotations.import']({ note: id }, { paths });
    return answer.ok ? answer.value : answer.error.code;
  };
  expect(await codeOf([path.join(folder, 'a.json')])).toBe('file-without-annotations');
  expect(await codeOf([path.join(folder, 'none.json')])).toBe('file-not-found');
  expect(await codeOf([''])).toBe('file-not-on-disk');
  expect(await codeOf([fixture('hypothesis-export.json')], '0gone0gone')).toBe('note-not-found');
  expect(await codeOf([])).toBe(null);
  expect((await noteOf(app, note.id)).annotations).toEqual(note.annotations);
});

it('the file of the dialog is read, and the export dialog writes one', async () => {
  const folder = await testFolder();
  const out = path.join(folder, 'out.jsonld');
  const asked: string[] = [];
  const { app, note } = await withArticle({
    ports: {
      dialogs: {
        ...noDialogs,
        chooseAnnotations: async () => fixture('zotero-note.html'),
        chooseSave: async (name, extension) => {
          asked.push(name, extension);
          return out;
        },
        reveal: () => undefined,
      },
    },
  });
  const report = unwrap(await app.handlers['annotations.import']({ note: note.id }, here));
  expect(report?.counts).toMatchObject({ exact: 3, ambiguous: 1, orphan: 2 });
  const choices = { ...defaultChoices, format: 'jsonld' } as const;
  const written = unwrap(await app.handlers['export.save']({ notes: [note.id], choices, task: 'a' }, here));
  expect(written?.file).toBe('out.jsonld');
  expect(asked).toEqual([expect.stringMatching(/^Belarus.*\.jsonld$/), 'jsonld']);
  expect(JSON.parse(await readFile(out, 'utf8')).total).toBe(12);
});

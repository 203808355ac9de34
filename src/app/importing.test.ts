import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../core/markdown';
import { newNote } from '../core/note';
import { testApp, testFolder, unwrap } from './test-app';

const here = { paths: [] };

describe('import', () => {
  it('leaves repeated paragraphs out, puts them back, and undoes that', async () => {
    const app = await testApp({ empty: true });
    const file = path.resolve('fixtures/vologda-trade/input.txt');
    const report = unwrap(await app.handlers['import.dropped']({}, { paths: [file] }));
    const [imported] = report.files;
    if (!imported || 'error' in imported) throw new Error('not imported');
    expect(imported.warnings.map(({ code }) => code)).toEqual(['repeated-paragraphs', 'year-inferred']);
    const kept = unwrap(await app.handlers['import.keep-repeats']({ note: imported.note }, here));
    expect(plainText(kept.notes[0]?.text ?? '')).toBe((await readFile(file, 'utf8')).trimEnd());
    const undone = unwrap(await app.handlers['history.undo']({}, here));
    expect(plainText(undone.notes[0]?.text ?? '').split('\n')).toHaveLength(5);
    const edited = { type: 'edit-text', note: imported.note, text: 'Other words' } as const;
    await app.handlers['library.apply']({ operation: edited }, here);
    expect(await app.handlers['import.keep-repeats']({ note: imported.note }, here)).toMatchObject({
      error: { code: 'repeats-not-available' },
    });
  });

  it('goes on after a file that fails, and is one step for undo', async () => {
    const folder = await testFolder();
    const files = ['a.md', 'b.bin', 'c.txt', 'd.txt'].map((name) => path.join(folder, name));
    await writeFile(path.join(folder, 'a.md'), '# A\n\nText');
    await writeFile(path.join(folder, 'c.txt'), '');
    await writeFile(path.join(folder, 'd.txt'), 'Text of d, which is a sentence.');
    const app = await testApp({ empty: true });
    const report = unwrap(await app.handlers['import.dropped']({}, { paths: files }));
    expect(report.files.map((file) => ('error' in file ? file.error.code : file.title)).sort()).toEqual([
      'A',
      'Text of d, which is a sentence',
      'file-empty',
      'file-not-found',
    ]);
    expect(unwrap(await app.handlers['history.undo']({}, here)).removed).toHaveLength(2);
  });

  it('gives a note whose id is taken a new one', async () => {
    const app = await testApp();
    const { open } = unwrap(await app.handlers['library.start']({}, here));
    const folder = await testFolder();
    await writeFile(path.join(folder, 'again.json'), JSON.stringify(open));
    const report = unwrap(await app.handlers['import.dropped']({}, { paths: [folder] }));
    expect(report.change.notes[0]?.id).not.toBe(open?.id);
    expect(unwrap(await app.summaries())).toHaveLength(2);
  });

  it('leaves a file alone that the list does not know', async () => {
    const folder = await testFolder();
    const app = await testApp({ empty: true });
    await app.summaries();
    const newer = path.join(app.folder, 'notes', '0mwu6espm000n6l9iqd0.json');
    await writeFile(newer, '{"schema":99,"id":"0mwu6espm000n6l9iqd0"}');
    const note = newNote('0mwu6espm000n6l9iqd0', '2026-01-01T00:00:00.000Z', { title: 'A' });
    await writeFile(path.join(folder, 'a.json'), JSON.stringify(note));
    const report = unwrap(await app.handlers['import.dropped']({}, { paths: [folder] }));
    expect(report.files).toMatchObject([{ title: 'A' }]);
    expect(report.change.notes[0]?.id).not.toBe(note.id);
    expect(await readFile(newer, 'utf8')).toContain('"schema":99');
  });

  it('of one note twice at the same time makes two notes', async () => {
    const folder = await testFolder();
    const note = newNote('0mwu6espm000n6l9iqd0', '2026-01-01T00:00:00.000Z', { title: 'A' });
    await writeFile(path.join(folder, 'a.json'), JSON.stringify(note));
    const app = await testApp({ empty: true });
    const once = () => app.handlers['import.dropped']({}, { paths: [folder] });
    for (const report of await Promise.all([once(), once()])) unwrap(report);
    expect(unwrap(await app.summaries())).toHaveLength(2);
    expect(await readdir(path.join(app.folder, 'notes'))).toHaveLength(2);
  });

  it('what was dropped without being a file is told once; the files beside it are imported', async () => {
    const app = await testApp({ empty: true });
    const file = path.join(app.folder, 'a.txt');
    await writeFile(file, 'Some words.');
    const { files } = unwrap(await app.handlers['import.dropped']({}, { paths: ['', file, ''] }));
    expect(files).toEqual([
      { file: '', error: { code: 'file-not-on-disk', details: {} } },
      expect.objectContaining({ file: 'a.txt', note: expect.any(String) }),
    ]);
    await app.close();
  });
});

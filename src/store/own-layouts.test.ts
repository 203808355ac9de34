import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createOwnLayouts } from './own-layouts';

const GOOD = { name: 'Lines to take', like: 'briefing-note' };

async function withFolders(folders: Record<string, Record<string, string>>) {
  const library = await mkdtemp(path.join(tmpdir(), 'briefing-desk-'));
  onTestFinished(() => rm(library, { recursive: true, force: true }));
  for (const [id, files] of Object.entries(folders)) {
    await mkdir(path.join(library, 'layouts', id), { recursive: true });
    for (const [name, content] of Object.entries(files))
      await writeFile(path.join(library, 'layouts', id, name), content);
  }
  return { library, layouts: createOwnLayouts(library) };
}

const layout = (manifest: unknown = GOOD, template = 'Hello'): Record<string, string> => ({
  'layout.json': typeof manifest === 'string' ? manifest : JSON.stringify(manifest),
  'layout.typ': template,
});

describe('layouts of the user’s own', () => {
  it('are those of the layouts folder, in the order of their ids; none without it', async () => {
    const { layouts } = await withFolders({
      b: layout(),
      a: layout({ ...GOOD, hint: 'Short', margin: true }),
    });
    expect(await layouts.list()).toEqual([
      { id: 'a', problem: null, name: 'Lines to take', hint: 'Short', like: 'briefing-note' },
      { id: 'b', problem: null, name: 'Lines to take', hint: '', like: 'briefing-note' },
    ]);
    expect(await (await withFolders({})).layouts.list()).toEqual([]);
  });

  it.each([
    ['digest', layout(), 'own-layout-taken', ''],
    ['common', layout(), 'own-layout-taken', ''],
    ['My layout', layout(), 'own-layout-name', ''],
    ['a', { 'layout.json': JSON.stringify(GOOD) }, 'own-layout-without-template', ''],
    ['a', { 'layout.typ': 'Hello' }, 'own-layout-gone', ''],
    ['a', layout('{ no JSON'), 'own-layout-manifest', 'JSON'],
    ['a', layout({ ...GOOD, like: 'letter' }), 'own-layout-manifest', 'like'],
    ['a', layout({ like: 'digest' }), 'own-layout-manifest', 'name'],
    ['a', layout({ ...GOOD, colour: 'red' }), 'own-layout-manifest', 'colour'],
  ])('are told what is wrong: %s, %j', async (id, files, code, said) => {
    const { layouts } = await withFolders({ [id]: files });
    const [listed] = await layouts.list();
    expect(listed).toMatchObject({ id, problem: { code, details: { layout: id } } });
    expect(String(listed?.problem?.details.message ?? '')).toContain(said);
    expect(await layouts.files(id)).toMatchObject({ ok: false, error: { code } });
  });

  it('are read with the files beside them, but not by links, folders or other kinds of files', async () => {
    const more = { 'parts.typ': 'x', 'crest.svg': '<svg/>', 'notes.txt': 'x', 'program.wasm': 'x' };
    const { library, layouts } = await withFolders({ a: { ...layout(), ...more } });
    const own = path.join(library, 'layouts', 'a');
    await symlink('/etc/passwd', path.join(own, 'passwd.json'));
    await mkdir(path.join(own, 'deep.typ'));
    const read = await layouts.files('a');
    expect(read.ok && [...read.value.files.keys()]).toEqual([
      'crest.svg',
      'layout.json',
      'layout.typ',
      'parts.typ',
    ]);
  });

  it('are not larger than a layout needs to be', async () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`${index}.typ`, '']));
    const { layouts } = await withFolders({ a: { ...layout(), ...many } });
    expect(await layouts.files('a')).toMatchObject({ error: { code: 'own-layout-too-large' } });
  });

  it('have a folder that is made when it is asked for', async () => {
    const { library, layouts } = await withFolders({});
    expect(await layouts.folder()).toEqual({ ok: true, value: path.join(library, 'layouts') });
    expect(await layouts.folder()).toMatchObject({ ok: true });
  });
});

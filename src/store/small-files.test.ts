import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { defaultOrder } from '../core/order';
import type { Settings } from '../core/schema';
import { defaultChoices } from '../core/vocabulary';
import { SettingsFile, ViewFile } from './small-files';

async function settingsOf(text: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'briefing-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'settings.json');
  await writeFile(file, text);
  return { folder, file, settings: new SettingsFile(folder) };
}

const own = {
  schema: 3,
  author: 'A',
  theme: 'dark',
  backup: { folder: '/b', daily: false },
  choices: [{ name: 'Press', choices: { ...defaultChoices, marking: 'X' } }],
} satisfies Settings;
const usual = { schema: 3, author: '', theme: 'system', backup: { folder: null, daily: true }, choices: [] };

describe('settings', () => {
  it('of a newer version are left as they are; the usual ones count meanwhile', async () => {
    const newer = '{"schema":4,"theme":{"day":"light"}}';
    const { folder, file, settings } = await settingsOf(newer);
    let wasSetAside = false;
    const read = await settings.read(() => {
      wasSetAside = true;
    });
    expect([read, wasSetAside]).toEqual([usual, false]);
    expect(await settings.write(own)).toMatchObject({
      error: { code: 'file-newer-version', details: { file: 'settings.json' } },
    });
    expect(await readFile(file, 'utf8')).toBe(newer);
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('of the first version are read as today’s, and stay as they are until they are saved', async () => {
    const { file, settings } = await settingsOf('{"schema":1,"author":"A","theme":"dark"}');
    const read = await settings.read(() => undefined);
    expect(read).toEqual({ ...usual, author: 'A', theme: 'dark' });
    expect(await readFile(file, 'utf8')).toContain('"schema":1');
    await settings.write({ ...read, author: 'B' });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ ...usual, author: 'B', theme: 'dark' });
  });

  it('that are damaged can be written anew', async () => {
    const { settings } = await settingsOf('no JSON');
    expect(await settings.write(own)).toMatchObject({ ok: true });
    expect(await settings.read(() => undefined)).toEqual(own);
  });
});

describe('the view', () => {
  it('has the version of its shape, and is left as it is where that is a newer one', async () => {
    const { folder } = await settingsOf('{}');
    const file = path.join(folder, 'view.json');
    const view = new ViewFile(folder);
    const order = { by: 'title', descending: false } as const;
    await view.write({ note: '0note000', scroll: 5, order });
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({
      schema: 1,
      note: '0note000',
      scroll: 5,
      order,
    });
    expect(await view.read()).toEqual({ note: '0note000', scroll: 5, order });
    await writeFile(file, '{"note":"0note000","scroll":7,"order":{"by":"mood"}}');
    expect(await view.read()).toEqual({ note: '0note000', scroll: 7, order: defaultOrder });
    await writeFile(file, '{"schema":2}');
    expect(await view.read()).toEqual({ note: null, scroll: 0, order: defaultOrder });
    await view.write({ note: '0note000', scroll: 9, order });
    expect(await readFile(file, 'utf8')).toBe('{"schema":2}');
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SettingsFile } from './small-files';

async function settingsOf(text: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'briefing-desk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'settings.json');
  await writeFile(file, text);
  return { folder, file, settings: new SettingsFile(folder) };
}

const own = { schema: 1, author: 'A', theme: 'dark' } as const;

describe('settings', () => {
  it('of a newer version are left as they are; the usual ones count meanwhile', async () => {
    const newer = '{"schema":2,"theme":{"day":"light"}}';
    const { folder, file, settings } = await settingsOf(newer);
    let wasSetAside = false;
    const read = await settings.read(() => {
      wasSetAside = true;
    });
    expect([read, wasSetAside]).toEqual([{ schema: 1, author: '', theme: 'system' }, false]);
    expect(await settings.write(own)).toMatchObject({
      error: { code: 'file-newer-version', details: { file: 'settings.json' } },
    });
    expect(await readFile(file, 'utf8')).toBe(newer);
    expect(await readdir(folder)).toEqual(['settings.json']);
  });

  it('that are damaged can be written anew', async () => {
    const { settings } = await settingsOf('no JSON');
    expect(await settings.write(own)).toMatchObject({ ok: true });
    expect(await settings.read(() => undefined)).toEqual(own);
  });
});

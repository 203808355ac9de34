import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dataFolder, defaultDataFolder, isSystemFolder } from './data-folder';
import { createIds } from './ids';
import { findResources } from './resources';

describe('the data folder', () => {
  it('is where the platform keeps such things', () => {
    const linux = (env: Record<string, string>): string => defaultDataFolder(env, 'linux', '/home/a');
    expect(linux({})).toBe('/home/a/.config/briefing-desk');
    expect(linux({ XDG_CONFIG_HOME: '/home/a/conf' })).toBe('/home/a/conf/briefing-desk');
    expect(linux({ XDG_CONFIG_HOME: 'relative' })).toBe('/home/a/.config/briefing-desk');
    expect(defaultDataFolder({}, 'darwin', '/Users/a')).toContain(
      path.join('Application Support', 'Briefing Desk'),
    );
    expect(defaultDataFolder({ APPDATA: '/r' }, 'win32', '/u')).toBe(path.join('/r', 'Briefing Desk'));
  });

  it('is the chosen one, else what the environment says', () => {
    const env = { BRIEFING_DESK_DATA: '/env' };
    expect(dataFolder('lib', env, '/here')).toBe(path.resolve('/here', 'lib'));
    expect(dataFolder(null, env, '/here')).toBe(path.resolve('/env'));
    expect(dataFolder(null, { ...env, BRIEFING_DESK_DATA: '' }, '/here')).toBe(defaultDataFolder(env));
  });

  it.runIf(process.platform === 'linux')("is not among the system's own", () => {
    expect(['/proc/a/b', '/sys/x', '/dev/x', '/proc'].map(isSystemFolder)).toEqual([true, true, true, true]);
    expect(['/dev/shm/x', '/process', '/home', '/'].map(isSystemFolder)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('the resources', () => {
  it('are found from the built program, wherever the checkout is', () => {
    const at = (file: string) => findResources(pathToFileURL(file).href);
    const expected = path.resolve('/a b/out/main/x/resources/first-note.md');
    expect(at('/a b/out/main/x/out/main/cli.cjs').firstNote).toBe(expected);
    expect(at('/a b/out/main/x/out/main/chunks/desk-1.cjs').firstNote).toBe(expected);
    expect(at('/opt/desk/resources/app.asar/out/main/cli.cjs').firstNote).toBe(
      path.resolve('/opt/desk/resources/first-note.md'),
    );
    expect(at('/x/out/main/cli.cjs').fonts).toBe(path.resolve('/x/out/fonts'));
    expect(findResources(pathToFileURL('/x/out/main/cli.cjs').href, '/app/res').layouts).toBe(
      path.join('/app/res', 'layouts'),
    );
  });
});

describe('ids', () => {
  it('come in order, each once, also when the clock is set back', () => {
    let now = 1_800_000_000_000;
    const newId = createIds(() => now);
    const ids: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      for (let each = 0; each < 50_000; each += 1) ids.push(newId());
      now -= 31_536_000_000;
    }
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id, index) => index === 0 || (ids[index - 1] ?? '') < id)).toBe(true);
    expect(ids.every((id) => /^[0-9a-z]{20}$/.test(id))).toBe(true);
  });
});

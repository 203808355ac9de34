import { unpacked } from '../src/shared/bridge';
import { expect, test } from './fixtures';

test.describe('the bridge', () => {
  test('refuses unknown methods and wrong input', async ({ page }) => {
    const replies = await page.evaluate(async () => {
      const call = window.desk.call as (method: unknown, input: unknown) => Promise<unknown>;
      return Promise.all([
        call('library.destroy', {}),
        call('constructor', {}),
        call('__proto__', {}),
        call(['library.start'], {}),
        call('note.open', { note: '../../../etc/passwd' }),
        call('note.open', null),
        call('library.apply', { operation: { type: 'format-disk' } }),
        call('export.preview', { notes: ['abcdefgh'], choices: { format: 'pdf' }, task: 'one' }),
        call('settings.change', { settings: { theme: 'pink' } }),
        call('view.remember', { note: null, scroll: Number.NaN }),
      ]);
    });
    expect(replies.map(unpacked)).toEqual(
      replies.map(() => ({ ok: false, error: { code: 'bad-input', details: {} } })),
    );
  });

  test('answers 5,000 random calls without a crash or a word about the machine', async ({
    app,
    page,
    dataDir,
  }) => {
    test.slow();
    const told = await page.evaluate(async () => {
      // Mulberry32, so that a failure can be repeated.
      let seed = 20250130;
      const random = (): number => {
        seed = (seed + 0x6d2b79f5) | 0;
        let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
      };
      const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
      const methods = [
        'library.start',
        'note.open',
        'library.apply',
        'history.undo',
        'history.redo',
        'library.search',
        'import.choose',
        'import.dropped',
        'import.keep-repeats',
        'export.prepare',
        'export.preview',
        'export.save',
        'task.cancel',
        'settings.change',
        'view.painted',
        'toString',
        '',
        'call',
      ];
      const words = [
        '',
        '/etc/passwd',
        '../..',
        '\0',
        '\ud800',
        'x'.repeat(3000),
        '<img src=x onerror=1>',
        'abcdefgh',
        '%s%n',
        '{{a}}',
      ];
      const names = [
        'note',
        'operation',
        'type',
        'query',
        'choices',
        'task',
        'settings',
        'scroll',
        'notes',
        'add',
        'title',
        'text',
        'tags',
        '__proto__',
      ];
      const types = ['create', 'trash', 'tag', 'edit-text', 'annotate', 'delete', 'import'];
      const value = (depth: number): unknown => {
        switch (Math.floor(random() * (depth > 3 ? 6 : 9))) {
          case 0:
            return null;
          case 1:
            return pick([0, -1, 1e308, Number.NaN, 2 ** 53]);
          case 2:
            return pick(words);
          case 3:
            return random() < 0.5;
          case 4:
            return undefined;
          case 5:
            return pick(types);
          case 6:
            return Array.from({ length: Math.floor(random() * 4) }, () => value(depth + 1));
          default:
            return Object.fromEntries(
              Array.from({ length: Math.floor(random() * 5) }, () => [pick(names), value(depth + 1)]),
            );
        }
      };
      const call = window.desk.call as (method: string, input: unknown) => Promise<unknown>;
      const replies = new Set<string>();
      for (let round = 0; round < 50; round += 1) {
        const calls = Array.from({ length: 100 }, () =>
          call(pick(methods), random() < 0.3 ? {} : value(0)).then(
            (reply) => (typeof reply === 'string' && reply.startsWith('{"ok":true') ? 'ok' : String(reply)),
            String,
          ),
        );
        for (const reply of await Promise.all(calls)) replies.add(reply);
      }
      return [...replies];
    });
    const everything = told.join('\n');
    expect(everything).toContain('bad-input');
    for (const secret of [
      dataDir,
      process.cwd(),
      'ENOENT',
      ' at ',
      'node_modules',
      '"unexpected"',
      'Error:',
    ]) {
      expect(everything).not.toContain(secret);
    }
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
  });

  test('hears no page but its own', async ({ app, page }) => {
    await expect(page.getByRole('navigation', { name: 'Library' })).toBeVisible();
    const reply = await app.evaluate(async ({ app: electron, BrowserWindow }) => {
      const preload = `${electron.getAppPath()}/out/preload/index.cjs`;
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await stranger.loadURL('data:text/html,<p>Somebody else');
      const answer: unknown = await stranger.webContents.executeJavaScript("desk.call('library.start', {})");
      stranger.destroy();
      return answer;
    });
    expect(unpacked(reply)).toEqual({ ok: false, error: { code: 'bad-input', details: {} } });
  });
});

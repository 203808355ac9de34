import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { answerOpenDialog, test as base, expect } from './fixtures';
import { Desk } from './pages/desk';

interface Outside {
  /** A web server on this machine that nothing should ever reach. */
  address: string;
  /** What has reached it: method and path. */
  contacts: string[];
}

const test = base.extend<{ outside: Outside }>({
  outside: async ({ dataDirName: _needed }, use) => {
    const contacts: string[] = [];
    const server = createServer(({ method, url }, response) => {
      contacts.push(`${method} ${url}`);
      response.end('reached');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await use({ address: `http://127.0.0.1:${portOf(server)}`, contacts });
    server.closeAllConnections();
    server.close();
  },
});

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

/** Refusals are told on the page's console; here they are what is wanted. */
const forgive = (problems: string[]): void => {
  problems.length = 0;
};

/** Addresses that the app has asked the system to open since this was called. */
async function watchOpened(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    shell.openExternal = async (address) => {
      opened.push(address);
    };
  });
  return () => app.evaluate(() => (globalThis as typeof globalThis & { opened: string[] }).opened);
}

const addressOf = (page: Page): Promise<string> => page.evaluate(() => location.href);

test.describe("the app's own scheme", () => {
  const answers = (app: ElectronApplication, paths: string[]): Promise<number[]> =>
    app.evaluate(
      ({ net }, all) =>
        Promise.all(all.map((each) => net.fetch(`briefing://desk${each}`).then(({ status }) => status))),
      paths,
    );

  test('serves the page with a strict policy, and only what the build put there', async ({ app }) => {
    const headers = await app.evaluate(({ net }) =>
      net.fetch('briefing://desk/index.html').then((answer) => Object.fromEntries(answer.headers)),
    );
    const policy = headers['content-security-policy'] ?? '';
    for (const directive of [
      "default-src 'none'",
      "script-src 'self'",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split('; ')).toContain(directive);
    }
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(await answers(app, ['/index.html'])).toEqual([200]);
  });

  test('answers 404 to every way out of its folder', async ({ app, dataDir }) => {
    const ways = [
      '/',
      '/../main/index.js',
      '/assets/../../main/index.js',
      '/%2e%2e/main/index.js',
      '/%2E%2E/%2e%2e/package.json',
      '/..%2fmain%2findex.js',
      '/assets%2f..%2f..%2fmain%2findex.js',
      '/%252e%252e/main/index.js',
      '/%252e%252e%252fmain%252findex.js',
      '/..%5cmain%5cindex.js',
      '/..\\main\\index.js',
      '/index.html%00',
      '/index.html%00.js',
      '/%00index.html',
      '//etc/passwd',
      `/${encodeURIComponent(path.join(dataDir, 'library.json'))}`,
      '/file:///etc/passwd',
      '/.built',
      '/index.html/',
      '/index.js.map',
      '/%',
    ];
    expect(Object.fromEntries(ways.map((way) => [way, 404]))).toEqual(
      Object.fromEntries((await answers(app, ways)).map((status, i) => [ways[i], status])),
    );
  });
});

test.describe('the page', () => {
  test('has no Node, and a bridge of two functions', async ({ page }) => {
    const seen = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter(
        (name) => name in window,
      ),
      bridge: Object.keys(window.desk),
      prototype: Object.getPrototypeOf(window.desk) === Object.prototype,
    }));
    expect(seen).toEqual({ node: [], bridge: ['call', 'on'], prototype: true });
  });

  test('runs no script but its own', async ({ page, running }) => {
    const ran = await page.evaluate(async () => {
      const tried: string[] = [];
      const mark = (how: string): string => `window.ran = [...(window.ran ?? []), '${how}']`;
      const attempt = (how: string, run: () => void): void => {
        try {
          run();
        } catch (error) {
          tried.push(`${how}: ${error instanceof Error ? error.name : ''}`);
        }
      };
      attempt('eval', () => (Reflect.get(window, 'eval') as (code: string) => unknown)(mark('eval')));
      attempt('Function', () => new Function(mark('Function'))());
      const script = document.createElement('script');
      script.textContent = mark('inline');
      document.body.append(script);
      const image = document.createElement('img');
      image.setAttribute('onerror', mark('handler'));
      image.src = 'data:image/png;base64,nothing';
      document.body.append(image);
      const link = document.createElement('a');
      link.href = `javascript:${mark('address')}`;
      document.body.append(link);
      link.click();
      await new Promise((resolve) => setTimeout(resolve, 300));
      for (const added of [script, image, link]) added.remove();
      return { tried, ran: (window as Window & { ran?: string[] }).ran ?? [] };
    });
    expect(ran).toEqual({ tried: ['eval: EvalError', 'Function: EvalError'], ran: [] });
    forgive(running.problems);
  });

  test('reaches no network', async ({ page, running, outside }) => {
    await page.evaluate(async (address) => {
      const never = (): undefined => undefined;
      await fetch(`${address}/fetch`).catch(never);
      await fetch(`${address}/no-cors`, { mode: 'no-cors' }).catch(never);
      navigator.sendBeacon(`${address}/beacon`);
      new WebSocket(address.replace('http', 'ws'));
      new EventSource(`${address}/events`);
      new Image().src = `${address}/image.png`;
      await import(/* @vite-ignore */ `${address}/module.js`).catch(never);
      const add = (html: string): void => {
        const holder = document.createElement('div');
        holder.hidden = true;
        holder.innerHTML = html;
        document.body.append(holder);
      };
      for (const rel of ['prefetch', 'preload', 'stylesheet', 'dns-prefetch', 'preconnect', 'icon']) {
        add(`<link rel="${rel}" as="image" href="${address}/${rel}">`);
      }
      for (const element of ['iframe', 'video', 'audio', 'embed', 'script']) {
        add(`<${element} src="${address}/${element}"></${element}>`);
      }
      add(`<object data="${address}/object"></object><style>@import "${address}/style.css"</style>`);
      add(`<form action="${address}/form" method="post"></form>`);
      for (const form of document.forms) if (form.action.startsWith(address)) form.submit();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }, outside.address);
    expect(outside.contacts).toEqual([]);
    forgive(running.problems);
  });

  test('is led nowhere, and opens nothing but links of the web in the system', async ({
    app,
    page,
    running,
    outside,
  }) => {
    const home = await addressOf(page);
    const opened = await watchOpened(app);
    const results = await page.evaluate(
      (addresses) => addresses.map((address) => window.open(address) === null),
      [
        'file:///etc/passwd',
        'briefing://desk/index.html',
        'javascript:alert(1)',
        'https://example.com/a',
        'mailto:a@example.com',
        'smb://x/y',
        'about:blank',
      ],
    );
    expect(results).toEqual(results.map(() => true));
    expect(await opened()).toEqual(['https://example.com/a', 'mailto:a@example.com']);

    for (const address of [
      `${outside.address}/away`,
      'file:///etc/passwd',
      'briefing://desk/assets/',
      'data:text/html,away',
    ]) {
      await page.evaluate((target) => {
        const link = document.createElement('a');
        link.href = target;
        document.body.append(link);
        link.click();
        link.remove();
        location.assign(target);
      }, address);
    }
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await addressOf(page)).toBe(home);
    expect(app.windows()).toHaveLength(1);
    expect(outside.contacts).toEqual([]);
    forgive(running.problems);
  });

  test('is permitted to write to the clipboard, and nothing else', async ({ app, page, running }) => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.focus());
    const got = await page.evaluate(async () => {
      const name = (error: unknown): string => (error instanceof Error ? error.name : 'denied');
      const attempt = (ask: Promise<unknown>): Promise<string> => ask.then(() => 'granted', name);
      return {
        write: await attempt(navigator.clipboard.writeText('words')),
        read: await attempt(navigator.clipboard.readText()),
        place: await attempt(new Promise((there, no) => navigator.geolocation.getCurrentPosition(there, no))),
        camera: await attempt(navigator.mediaDevices.getUserMedia({ video: true, audio: true })),
        screen: await attempt(navigator.mediaDevices.getDisplayMedia()),
        notification: await Notification.requestPermission(),
        midi: await attempt(navigator.requestMIDIAccess({ sysex: true })),
      };
    });
    expect(got.write).toBe('granted');
    expect(got.notification).toBe('denied');
    const { write, notification, ...others } = got;
    expect(Object.values(others)).not.toContain('granted');
    forgive(running.problems);
  });
});

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
        call('settings.change', { settings: { theme: 'pink' } }),
        call('view.remember', { note: null, scroll: Number.NaN }),
      ]);
    });
    expect(replies).toEqual(replies.map(() => ({ ok: false, error: { code: 'bad-input', details: {} } })));
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
            (reply) => ((reply as { ok: boolean }).ok ? 'ok' : JSON.stringify(reply)),
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
    expect(reply).toEqual({ ok: false, error: { code: 'bad-input', details: {} } });
  });
});

test('a hostile note is harmless text', async ({ app, page, running, outside, dataDir }) => {
  const opened = await watchOpened(app);
  const home = await addressOf(page);
  const run = `window.ran = true`;
  const file = path.join(dataDir, '..', 'hostile.md');
  const text = [
    '# Hostile',
    'First paragraph.',
    `<script>${run}</script>`,
    `<img src=x onerror="${run}">`,
    `<svg onload="${run}"><animate onbegin="${run}" attributeName=x></svg>`,
    `<iframe src="${outside.address}/frame"></iframe><meta http-equiv="refresh" content="0;url=${outside.address}/refresh">`,
    `<style>@import "${outside.address}/style"; body { display: none }</style><base href="${outside.address}/">`,
    `<form action="${outside.address}/form"><input name=q autofocus onfocus="${run}"></form>`,
    `[script](javascript:${run}) [spaced](java\tscript:${run}) [coded](&#106;avascript:${run}) [data](data:text/html,<script>${run}</script>)`,
    `[file](file:///etc/passwd) <javascript:${run}> [web](https://example.com/ok)`,
    `![remote](${outside.address}/image.png) ![vector](data:image/svg+xml;base64,PHN2Zy8+)`,
    `| <b onclick="${run}">a</b> | ![](${outside.address}/cell.png) |\n|---|---|\n| \`</td><script>${run}</script>\` | x |`,
    `\`\`\`"><script>${run}</script>\ncode\n\`\`\``,
    '['.repeat(10_000),
    '> '.repeat(500),
    'Last paragraph.',
  ].join('\n\n');
  await writeFile(file, text);
  await answerOpenDialog(app, file);

  const desk = new Desk(page);
  await desk.button('Import').click();
  await desk.row(/Hostile/).click();
  await expect(desk.text.getByText('Last paragraph.')).toBeAttached();
  // A click on what looks like a link must do no more than a link of the web may.
  for (const link of await desk.text.getByRole('link').all())
    await link.click({ force: true }).catch(() => undefined);
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));

  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  expect(await addressOf(page)).toBe(home);
  expect(outside.contacts).toEqual([]);
  expect((await opened()).filter((address) => !address.startsWith('https://example.com/'))).toEqual([]);
  expect(
    await desk.text
      .locator('script, iframe, style, form, meta, base, svg animate, [onerror], [onclick], [onload]')
      .count(),
  ).toBe(0);
  await expect(desk.library).toBeVisible();
  forgive(running.problems);
});

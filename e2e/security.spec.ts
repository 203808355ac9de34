import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from './fixtures';
import { forgive, test, watchOpened } from './launch/outside';
import { Desk } from './pages/desk';

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
      '/../main/index.cjs',
      '/assets/../../main/index.cjs',
      '/%2e%2e/main/index.cjs',
      '/%2E%2E/%2e%2e/package.json',
      '/..%2fmain%2findex.cjs',
      '/assets%2f..%2f..%2fmain%2findex.cjs',
      '/%252e%252e/main/index.cjs',
      '/%252e%252e%252fmain%252findex.cjs',
      '/..%5cmain%5cindex.cjs',
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
      // Later, because what runs directly in `evaluate` is excepted from the policy.
      setTimeout(() => {
        attempt('eval', () => (Reflect.get(window, 'eval') as (code: string) => unknown)(mark('eval')));
        attempt('Function', () => new Function(mark('Function'))());
      });
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

  test('can be loaded anew by itself', async ({ page }) => {
    const desk = new Desk(page);
    await desk.title.fill('Seen again');
    await desk.saved();
    await Promise.all([page.waitForEvent('load'), page.evaluate(() => location.reload())]);
    await expect(desk.title).toHaveValue('Seen again');
    await desk.title.fill('And saved again');
    await desk.saved();
  });

  test('is permitted to write to the clipboard, and nothing else', async ({ page, running }) => {
    // Only a page that has the focus may ask.
    await page.getByRole('searchbox', { name: 'Search notes' }).click();
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

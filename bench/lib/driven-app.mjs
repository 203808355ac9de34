import { _electron } from '@playwright/test';
import { describeLaunch } from '../../scripts/lib/launch.mjs';
import { inRoot } from '../../scripts/lib/paths.mjs';

/**
 * The app on a library, driven as a person would. The list of notes is there, and the window is at rest.
 * @param {string} data the library's folder
 */
export async function openDriven(data) {
  const { electron, args, env } = await describeLaunch();
  const { ELECTRON_RUN_AS_NODE, NODE_OPTIONS, ...rest } = process.env;
  const app = await _electron.launch({
    executablePath: electron,
    // Left to itself, Playwright switches the sandbox off and asks for a theme.
    chromiumSandbox: !args.includes('--no-sandbox'),
    colorScheme: null,
    args: ['-r', inRoot('e2e', 'launch', 'hold-until-driven.cjs'), ...args, '--data', data],
    env: /** @type {Record<string, string>} */ ({ ...rest, ...env }),
    timeout: 120_000,
  });
  const child = app.process();
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  const page = await app.firstWindow({ timeout: 120_000 });
  page.setDefaultTimeout(120_000);
  await page.getByRole('option').first().waitFor();
  return {
    app,
    page,
    pid: child.pid ?? 0,
    close: async () => {
      await app.close();
      process.removeListener('exit', kill);
    },
  };
}

/**
 * Scrolls an element evenly, a step at each frame, there and back.
 * @param {import('@playwright/test').Locator} element
 * @param {{frames?: number, step?: number}} options step in CSS pixels
 * @returns {Promise<{frames: number, dropped: number}>} how many frames were shown, and how many were due but not
 */
export function scrollEvenly(element, { frames = 300, step = 40 } = {}) {
  return element.evaluate(
    async (start, { frames, step }) => {
      // The element itself, or what it is scrolled by.
      let scrolled = /** @type {Element | null} */ (start);
      while (scrolled && scrolled.scrollHeight <= scrolled.clientHeight + 1)
        scrolled = scrolled.parentElement;
      const what = scrolled ?? document.scrollingElement ?? start;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const times = [await frame()];
      let by = step;
      for (let count = 0; count < frames; count++) {
        const before = what.scrollTop;
        what.scrollTop += by;
        if (what.scrollTop === before) by = -by;
        times.push(await frame());
      }
      const due = 1000 / 60;
      const dropped = times
        .slice(1)
        .map((time, index) => Math.max(0, Math.round((time - (times[index] ?? 0)) / due) - 1));
      return { frames, dropped: dropped.reduce((sum, one) => sum + one, 0) };
    },
    { frames, step },
  );
}

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, type ElectronApplication, expect, type Page } from '@playwright/test';
import { takeOwnDisplay } from './launch/display';
import { type LaunchOptions, launchApp, type RunningApp } from './launch/running-app';

export { expect } from '@playwright/test';
export { expectNoAxeViolations } from './launch/accessibility';
export {
  answerFolderDialog,
  answerMessageBox,
  answerOpenDialog,
  answerSaveDialog,
  dialogCalls,
} from './launch/dialogs';
export type { RunningApp } from './launch/running-app';
export { closeWindow, resizeWindow, setTheme } from './launch/window';

takeOwnDisplay();

interface Fixtures {
  /** A folder of this test's own, empty at its start, removed after it. */
  dataDir: string;
  /** Its name, for tests of unusual ones. */
  dataDirName: string;
  /** How the app is started if not told otherwise. */
  appOptions: Partial<LaunchOptions>;
  /** Starts the app, on `dataDir` if not told otherwise. What is started is closed after the test. */
  launch: (options?: Partial<LaunchOptions>) => Promise<RunningApp>;
  /** Closes an app and starts it again in the same way: the same folder, arguments and theme. */
  restart: (running: RunningApp) => Promise<RunningApp>;
  /** The app on `dataDir`, started for the test. */
  running: RunningApp;
  /** Its main process. */
  app: ElectronApplication;
  /** Its first window. */
  page: Page;
}

export const test = base.extend<Fixtures>({
  dataDirName: ['data', { option: true }],
  appOptions: [{}, { option: true }],

  dataDir: async ({ dataDirName }, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'briefing-desk-e2e-'));
    const dataDir = path.join(folder, dataDirName);
    await mkdir(dataDir);
    await use(dataDir);
    await rm(folder, { recursive: true, force: true });
  },

  launch: async ({ dataDir, appOptions }, use) => {
    const started: RunningApp[] = [];
    await use(async (options = {}) => {
      const running = await launchApp({ dataDir, ...appOptions, ...options });
      started.push(running);
      return running;
    });
    for (const running of started) await running.close();
    expect(
      started.flatMap((running) => running.problems),
      'problems while the app ran',
    ).toEqual([]);
  },

  restart: async ({ launch }, use) => {
    await use(async (running) => {
      await running.close();
      return launch(running.options);
    });
  },

  running: async ({ launch }, use) => use(await launch()),
  app: async ({ running }, use) => use(running.app),
  page: async ({ running }, use) => use(running.page),
});

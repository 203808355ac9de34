import type { ChildProcess } from 'node:child_process';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { describeLaunch, type Launch } from '../../scripts/lib/launch.mjs';
import { processTree, type RunningProcess, stillRunning } from '../../scripts/lib/processes.mjs';
import { installDialogStubs } from './dialogs';
import { setTheme, type Theme } from './window';

const quitMilliseconds = 10_000;
const goneMilliseconds = 5_000;

/** The app is to be network-free; should it try nevertheless, it gets nowhere. */
const networkOff = ['--host-resolver-rules=MAP * ~NOTFOUND', '--proxy-server=127.0.0.1:9'];
const sameEverywhere = ['--lang=en-US', '--force-color-profile=srgb'];
const crash = /Uncaught Exception|UnhandledPromiseRejection|Unhandled Rejection|A JavaScript error occurred/i;

export interface LaunchOptions {
  /** The library's folder. */
  dataDir: string;
  /** Further arguments of the app. */
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  theme?: Theme;
  /** Another way to start the app than the one of `npm run where`. */
  how?: Launch;
}

/** The app as a test drives it. */
export interface RunningApp {
  readonly app: ElectronApplication;
  /** The first window, ready for input. */
  readonly page: Page;
  readonly options: LaunchOptions;
  /** What must not happen: errors on the page's console, uncaught exceptions. Tests that provoke one take it out. */
  readonly problems: string[];
  /** Quits the app, unless it has ended already, and sees to it that no process stays behind. */
  close(): Promise<void>;
}

/** Starts the app and waits until its first window is ready. */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const how = options.how ?? (await describeLaunch());
  const [folder = ''] = how.args;
  const app = await _electron.launch({
    executablePath: how.electron,
    args: [
      ...networkOff,
      ...sameEverywhere,
      '-r',
      path.join(folder, 'e2e', 'launch', 'hold-until-driven.cjs'),
      ...how.args,
      '--data',
      options.dataDir,
      ...(options.args ?? []),
    ],
    env: { ...cleanEnvironment(), ...how.env, ...options.env },
    // Left to itself, Playwright switches the sandbox off.
    chromiumSandbox: !how.args.includes('--no-sandbox'),
    // Nor is the theme Playwright's to choose.
    colorScheme: null,
  });
  // Playwright forgets it when the app ends.
  const child = app.process();
  const problems = watchProblems(app);
  try {
    const page = await app.firstWindow();
    await settled(page);
    // Not earlier: what is evaluated while the app is still starting is now and then collected as garbage before it answers.
    await installDialogStubs(app);
    if (options.theme) await setTheme(app, options.theme);
    return { app, page, options, problems, close: () => closeApp(app, child, problems) };
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  }
}

/** Waits until the window is seen, with the library or with why there is none, and its text stands where it will stay: before, a passage may move away under the mouse. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search notes' }).or(page.getByRole('main')).first().waitFor();
  await page.waitForFunction(() => document.visibilityState === 'visible');
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const _frame of [1, 2]) await new Promise(requestAnimationFrame);
  });
}

/** The environment without what would change the app behind a test's back. */
function cleanEnvironment(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE, NODE_OPTIONS, BRIEFING_DESK_DATA, BRIEFING_DESK_SCREENSHOT, ...rest } =
    process.env;
  const set = Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(set), TZ: 'UTC', LANGUAGE: 'en' };
}

function watchProblems(app: ElectronApplication): string[] {
  const problems: string[] = [];
  const watchPage = (page: Page) => {
    page.on('pageerror', (error) => problems.push(`Uncaught on the page: ${error.message}`));
    page.on('crash', () => problems.push('The page has crashed.'));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(`Error on the page's console: ${message.text()}`);
    });
  };
  for (const page of app.windows()) watchPage(page);
  app.on('window', watchPage);
  app.process().stderr?.on('data', (bytes) => {
    const line = String(bytes)
      .split('\n')
      .find((one) => crash.test(one));
    if (line) problems.push(`Uncaught in the main process: ${line}`);
  });
  return problems;
}

async function closeApp(app: ElectronApplication, child: ChildProcess, problems: string[]): Promise<void> {
  const { pid, exitCode, signalCode } = child;
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  const processes = processTree(pid);
  if (!(await inTime(app.close(), quitMilliseconds))) {
    child.kill('SIGKILL');
    problems.push(`The app did not quit within ${quitMilliseconds / 1000} s.`);
  }
  if (child.exitCode) problems.push(`The app ended with code ${child.exitCode}.`);
  const left = await processesLeft(processes);
  if (left.length > 0) problems.push(`Processes stayed behind: ${left.join(', ')}.`);
}

async function inTime(task: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const { promise, resolve } = deferred<boolean>();
  const timer = setTimeout(() => resolve(false), milliseconds);
  task.then(
    () => resolve(true),
    () => resolve(true),
  );
  const done = await promise;
  clearTimeout(timer);
  return done;
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Waits for the ends that follow the app's own; kills and tells what does not end. */
async function processesLeft(processes: RunningProcess[]): Promise<number[]> {
  const deadline = Date.now() + goneMilliseconds;
  while (stillRunning(processes).length > 0 && Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const left = stillRunning(processes);
  for (const pid of left) process.kill(pid, 'SIGKILL');
  return left;
}

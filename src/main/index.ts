import path from 'node:path';
import { app, dialog } from 'electron';
import { fail } from '../core/result';
import { dataFolder } from '../store/data-folder';
import { type Arguments, readArguments } from './arguments';
import { claimDataFolder } from './chromium-folder';
import { closeAfterSaving } from './closing';
import { runCommandLine } from './command-line';
import { eventsTo } from './events';
import { answerPage } from './ipc';
import { openLog } from './log';
import { surviveMistakes } from './mistakes';
import { built } from './places';
import { announceScheme, serveScheme } from './protocol';
import { reloadAfterCrash } from './recovery';
import { guardPages, keepOffline } from './security';
import { saveBeforeSleep } from './sleep';
import { bringForward, openWindow, windowPlace } from './window';
import { openWindowState } from './window-state';

const start = readArguments(process.argv, {
  cwd: process.cwd(),
  fromCheckout: process.defaultApp === true,
});

if (start.cli) runCommandLine(start.cli);
else boot(start);

function boot({ data: chosen, empty, files }: Arguments): void {
  const data = dataFolder(chosen, process.env, process.cwd());
  if (!claimDataFolder(data)) {
    refuse();
  } else if (!app.requestSingleInstanceLock({ files })) {
    app.exit();
  } else {
    keepOffline();
    announceScheme();
    // Not awaited: an entry module that waits for readiness at its top level never gets ready.
    void app.whenReady().then(() => show({ data, empty, files }));
  }
}

/** From ready to the window: what the first paint needs comes first, all else while the page loads. */
function show({ data, empty, files }: { data: string; empty: boolean; files: readonly string[] }): void {
  const log = openLog(data);
  guardPages();
  serveScheme(built('renderer'));
  const packaged = app.isPackaged ? process.resourcesPath : null;
  const state = openWindowState(data);
  const window = openWindow(state);
  const desk = import('./desk').then(({ openDesk }) =>
    openDesk({ data, empty, files, window, state, log, packaged }),
  );
  answerPage(desk);
  closeAfterSaving(window, desk);
  saveBeforeSleep(window);
  reloadAfterCrash(window, log);
  surviveMistakes(log, () => eventsTo(window)('message', { level: 'error', what: fail('unexpected').error }));
  window.on('close', () => state.change(windowPlace(window)));

  app.on('second-instance', (_event, _argv, _cwd, extra) => {
    const given = filesOf(extra);
    if (window.isDestroyed()) return startAgain(files, given);
    bringForward(window);
    void desk.then(({ importFiles }) => importFiles(given));
  });
  app.on('window-all-closed', () => {
    void desk.then(({ close }) => close()).finally(() => app.quit());
  });
}

/** Somebody starts the app while it ends: it comes back once it has, with the files of the new start instead of its own. */
function startAgain(own: readonly string[], given: readonly string[]): void {
  const others = process.argv.slice(1).filter((argument) => !own.includes(path.resolve(argument)));
  app.relaunch({ args: [...others, ...given] });
}

/** The data folder cannot be used: nothing can be kept, so nothing is begun. */
function refuse(): void {
  void app.whenReady().then(async () => {
    const { failureText, t } = await import('../shared/text');
    const text = failureText(fail('library-unusable', { why: t('main.why.folder') }).error);
    process.stderr.write(`${text}\n`);
    await dialog.showMessageBox({ type: 'error', title: app.getName(), message: text });
    app.exit(1);
  });
}

const filesOf = (extra: unknown): readonly string[] =>
  typeof extra === 'object' && extra !== null && 'files' in extra && Array.isArray(extra.files)
    ? extra.files.filter((file) => typeof file === 'string')
    : [];

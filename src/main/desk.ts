import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';
import { version } from '../../package.json';
import { createApp } from '../app/create-app';
import type { Ports } from '../app/ports';
import type { Theme } from '../core/vocabulary';
import { createLateBackups } from '../store/backup/late';
import { createFiles } from '../store/files';
import { createIds } from '../store/ids';
import { createLibraryFolder } from '../store/open-library';
import { createOwnLayouts } from '../store/own-layouts';
import { findResources } from '../store/resources';
import { type Calls, createCalls } from './calls';
import { createDialogs } from './dialogs';
import { eventsTo } from './events';
import type { Log } from './log';
import { setUpMenu } from './menu';
import { tellPainted } from './painted';
import { createTypesetter } from './typesetter';
import { showTheme } from './window';
import type { WindowStateFile } from './window-state';

/** How long the end of the app waits for what is under way, in milliseconds: a dialog would never be answered. */
const PATIENCE = 5000;

export interface DeskOptions {
  /** The data folder, absolute. */
  readonly data: string;
  readonly empty: boolean;
  /** To be imported as soon as the page can show them. */
  readonly files: readonly string[];
  readonly window: BrowserWindow;
  readonly state: WindowStateFile;
  readonly log: Log;
  /** Where an installed app keeps what it is shipped with; null: a checkout. */
  readonly packaged: string | null;
}

/** The app behind the window. */
export interface Desk extends Calls {
  readonly emit: Ports['emit'];
  /** Imports files that were given to a further start of the app. */
  importFiles(paths: readonly string[]): Promise<void>;
  /** Resolves once every change that was begun is on the disk or has failed. */
  saved(): Promise<void>;
  /** Writes what is still to be written. */
  close(): Promise<void>;
}

/** Puts the app together; the library begins to open at once. */
export function openDesk({ data, empty, files, window, state, log, packaged }: DeskOptions): Desk {
  const emit = eventsTo(window);
  const resources = findResources(import.meta.url, packaged);
  const typesetter = createTypesetter(resources, log);
  const app = createApp({
    library: createLibraryFolder({ folder: data, empty, keepsHistorySmall: true }),
    files: createFiles(resources.firstNote),
    backups: createLateBackups({ library: data, app: version }),
    dialogs: createDialogs(window, state),
    layouts: createOwnLayouts(data),
    typesetter,
    now: () => new Date().toISOString(),
    newId: createIds(),
    emit,
  });
  app.prepare();
  const calls = createCalls(app.handlers, log.error);
  setUpMenu((command) => emit('command', { command }));

  const followTheme = (theme: Theme): void => {
    if (theme === state.get().theme) return;
    state.change({ theme });
    showTheme(theme);
  };
  calls.answered('library.start', ({ settings }) => followTheme(settings.theme));
  calls.answered('settings.change', ({ theme }) => followTheme(theme));

  const painted = new Promise<void>((resolve) => {
    calls.answered('view.painted', () => resolve());
  });
  const importFiles = async (paths: readonly string[]): Promise<void> => {
    if (paths.length === 0) return;
    // Before that the page does not listen.
    await painted;
    const imported = await app.importPaths(paths);
    if (imported.ok) emit('imported', imported.value);
    else emit('message', { level: 'error', what: imported.error });
  };
  const afterPaint = calls.answered('view.painted', () => {
    afterPaint();
    log.info('started');
    void tellPainted(window, process.env).catch(log.error);
    void importFiles(files).catch(log.error);
  });

  // Whoever comes back may have changed notes elsewhere.
  window.on('focus', () => void app.refresh().catch(log.error));

  return {
    ...calls,
    emit,
    importFiles,
    saved: app.settled,
    close: async () => {
      typesetter.close();
      // What the page saved last is still on its way to the disk.
      await Promise.race([calls.settled(), sleep(PATIENCE)]);
      await app.close();
    },
  };
}

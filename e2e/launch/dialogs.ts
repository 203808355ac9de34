import type { ElectronApplication } from '@playwright/test';

/** A dialog of the system that the app has asked for. */
export interface DialogCall {
  dialog: 'open' | 'save' | 'message' | 'error';
  options: Record<string, unknown>;
}

interface DialogAnswers {
  calls: DialogCall[];
  openPaths: string[];
  folderPath: string | null;
  savePath: string | null;
  /** Which button of a message box is pressed; null: the one that cancels. */
  button: number | null;
}

/** What the stubs and the tests share: an object in the main process. */
type WithAnswers = typeof globalThis & { dialogAnswers: DialogAnswers };

/**
 * Puts stubs in the place of the system's dialogs, which a test can neither see nor answer.
 * Until a test says otherwise every one of them is cancelled.
 */
export async function installDialogStubs(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const answers: DialogAnswers = {
      calls: [],
      openPaths: [],
      folderPath: null,
      savePath: null,
      button: null,
    };
    (globalThis as WithAnswers).dialogAnswers = answers;
    const record = (kind: DialogCall['dialog'], args: readonly unknown[]) => {
      // A window may come first; what can cross to the test is what JSON can hold.
      const options = JSON.parse(JSON.stringify(args.at(-1) ?? {}));
      answers.calls.push({ dialog: kind, options });
      return options;
    };
    const pressed = (options: { cancelId?: number; buttons?: string[] }) =>
      answers.button ?? options.cancelId ?? Math.max(0, (options.buttons?.length ?? 1) - 1);
    Object.assign(dialog, {
      showOpenDialog: async (...args: unknown[]) => {
        const { properties = [] } = record('open', args);
        const isFolder = properties.includes('openDirectory');
        const paths = isFolder ? [answers.folderPath].filter((path) => path !== null) : answers.openPaths;
        return { canceled: paths.length === 0, filePaths: paths };
      },
      showSaveDialog: async (...args: unknown[]) => {
        record('save', args);
        return { canceled: answers.savePath === null, filePath: answers.savePath ?? '' };
      },
      showMessageBox: async (...args: unknown[]) => ({
        response: pressed(record('message', args)),
        checkboxChecked: false,
      }),
      showMessageBoxSync: (...args: unknown[]) => pressed(record('message', args)),
      showErrorBox: (title: string, content: string) => {
        record('error', [{ title, content }]);
      },
    });
  });
}

/** From now on dialogs for opening choose these paths; none: they are cancelled. */
export async function answerOpenDialog(app: ElectronApplication, ...paths: string[]): Promise<void> {
  await answer(app, { openPaths: paths });
}

/** From now on dialogs for folders choose this one; null: they are cancelled. */
export async function answerFolderDialog(app: ElectronApplication, folder: string | null): Promise<void> {
  await answer(app, { folderPath: folder });
}

/** From now on dialogs for saving choose this path; null: they are cancelled. */
export async function answerSaveDialog(app: ElectronApplication, path: string | null): Promise<void> {
  await answer(app, { savePath: path });
}

/** From now on this button of message boxes is pressed, counted from 0; null: the one that cancels. */
export async function answerMessageBox(app: ElectronApplication, button: number | null): Promise<void> {
  await answer(app, { button });
}

/** The dialogs that the app has asked for since its start. */
export async function dialogCalls(app: ElectronApplication): Promise<DialogCall[]> {
  return app.evaluate(() => (globalThis as WithAnswers).dialogAnswers.calls);
}

async function answer(app: ElectronApplication, change: Partial<DialogAnswers>): Promise<void> {
  await app.evaluate((_electron, part) => {
    Object.assign((globalThis as WithAnswers).dialogAnswers, part);
  }, change);
}

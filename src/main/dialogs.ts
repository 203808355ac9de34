import path from 'node:path';
import { app, type BrowserWindow, dialog, type SaveDialogOptions, shell } from 'electron';
import type { DialogsPort } from '../app/ports';
import { t } from '../shared/text';
import { printSheets } from './printing';
import type { WindowStateFile } from './window-state';

/** The system's dialogs, over the window; each begins in the folder that was used last. */
export function createDialogs(window: BrowserWindow, state: WindowStateFile): DialogsPort {
  const folder = (): string => state.get().folder ?? app.getPath('documents');
  const rememberFolder = (file: string): void => state.change({ folder: path.dirname(file) });

  return {
    async chooseImport() {
      // No start needs the formats.
      const { IMPORT_EXTENSIONS, IMPORT_KINDS } = await import('../formats/registry');
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t('main.dialog.import-title'),
        buttonLabel: t('main.dialog.import-button'),
        defaultPath: folder(),
        properties: ['openFile', 'multiSelections'],
        filters: [
          { name: t('main.file-type.importable'), extensions: IMPORT_EXTENSIONS.map(withoutDot) },
          ...IMPORT_KINDS.map(({ name, extensions }) => ({
            name: t(`main.file-type.${name}`),
            extensions: extensions.map(withoutDot),
          })),
          { name: t('main.file-type.all'), extensions: ['*'] },
        ],
      });
      const first = filePaths[0];
      if (canceled || first === undefined) return [];
      rememberFolder(first);
      return filePaths;
    },

    async chooseAnnotations() {
      const { ANNOTATION_EXTENSIONS } = await import('../formats/annotations/registry');
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t('main.dialog.annotations-title'),
        buttonLabel: t('main.dialog.import-button'),
        defaultPath: folder(),
        properties: ['openFile'],
        filters: [
          { name: t('main.file-type.annotations'), extensions: ANNOTATION_EXTENSIONS.map(withoutDot) },
          { name: t('main.file-type.all'), extensions: ['*'] },
        ],
      });
      const [file] = filePaths;
      if (canceled || file === undefined) return null;
      rememberFolder(file);
      return file;
    },

    async chooseSave(suggestedName, extension) {
      const options: SaveDialogOptions = {
        title: t('main.dialog.save-title'),
        buttonLabel: t('main.dialog.save-button'),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
        filters: [{ name: t(`main.file-type.${extension}`), extensions: [extension] }],
      };
      const ask = async (suggestion: string): Promise<string | null> => {
        const { canceled, filePath } = await dialog.showSaveDialog(window, {
          ...options,
          defaultPath: suggestion,
        });
        return canceled || !filePath ? null : filePath;
      };
      const ending = `.${extension}`;
      const withEnding = (file: string): string =>
        file.toLowerCase().endsWith(ending) ? file : file + ending;

      const first = await ask(path.join(folder(), path.basename(suggestedName)));
      if (first === null) return null;
      // Some systems leave the ending to be typed. Ask again with it, so that a file of that name is not replaced unasked.
      const second = withEnding(first) === first ? first : await ask(withEnding(first));
      if (second === null) return null;
      rememberFolder(second);
      return withEnding(second);
    },

    async chooseFolder(purpose) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t(`main.dialog.${purpose}-folder-title`),
        buttonLabel: t('main.dialog.folder-button'),
        defaultPath: folder(),
        properties: ['openDirectory', 'createDirectory', 'promptToCreate'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },

    async chooseBackup(where) {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: t('main.dialog.backup-title'),
        buttonLabel: t('main.dialog.backup-button'),
        defaultPath: where ?? folder(),
        properties: ['openFile'],
        filters: [{ name: t('main.file-type.zip'), extensions: ['zip'] }],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },

    reveal: (file) => shell.showItemInFolder(file),

    print: (sheet) => printSheets(window, sheet),
  };
}

const withoutDot = (extension: string): string => extension.slice(1);

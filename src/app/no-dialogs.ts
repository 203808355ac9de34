import { fail } from '../core/result';
import type { DialogsPort } from './ports';

/** Where there is nobody to ask: every dialog is closed. */
export const noDialogs: DialogsPort = {
  chooseImport: async () => [],
  chooseAnnotations: async () => null,
  chooseSave: async () => null,
  chooseFolder: async () => null,
  chooseBackup: async () => null,
  reveal: () => undefined,
  print: async () => fail('cancelled', { context: 'print' }),
};

import { accessSync, constants, mkdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { app } from 'electron';
import { isSystemFolder } from '../store/data-folder';

/**
 * Puts everything that Chromium keeps into the data folder, so that the app writes nowhere else. Has to run before the app is
 * ready.
 * @param data the data folder, absolute; made if it is not there
 * @returns whether the folder can be used
 */
export function claimDataFolder(data: string): boolean {
  let chromium: string;
  try {
    if (isSystemFolder(data)) return false;
    mkdirSync(data, { recursive: true });
    // Whichever way a folder is reached, it is the same one: a second window of it is not opened.
    chromium = path.join(realpathSync(data), 'chromium');
    mkdirSync(chromium, { recursive: true });
    accessSync(data, constants.W_OK);
    accessSync(chromium, constants.W_OK);
  } catch {
    return false;
  }
  app.setPath('userData', chromium);
  app.setPath('sessionData', chromium);
  app.setPath('crashDumps', path.join(chromium, 'Crashpad'));
  return true;
}

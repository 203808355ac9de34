import { app, Menu } from 'electron';
import type { CommandId } from '../shared/commands';
import { menuTemplate } from './menu-template';

/** Gives the app its menu bar. @param run is told of every command that is chosen in it */
export function setUpMenu(run: (command: CommandId) => void): void {
  const template = menuTemplate({ isMac: process.platform === 'darwin', isPackaged: app.isPackaged, run });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

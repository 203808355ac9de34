import { type BrowserWindow, powerMonitor } from 'electron';
import { eventsTo } from './events';

/** Has what is being typed brought to the disk before the machine goes to sleep, is locked or ends. */
export function saveBeforeSleep(window: BrowserWindow): void {
  const save = (): void => eventsTo(window)('save-now', {});
  powerMonitor.on('suspend', save);
  powerMonitor.on('lock-screen', save);
  powerMonitor.on('shutdown', save);
}

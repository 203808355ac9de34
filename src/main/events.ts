import type { BrowserWindow } from 'electron';
import type { Ports } from '../app/ports';
import type { AppEvent } from '../shared/bridge';

/** Sends events to the window's page, on one channel, as long as there is one. */
export function eventsTo(window: BrowserWindow): Ports['emit'] {
  return (name, payload) => {
    const event = { name, payload } as AppEvent;
    if (!window.isDestroyed()) window.webContents.send('event', event);
  };
}

import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { fail } from '../core/result';
import { packed } from '../shared/bridge';
import type { Desk } from './desk';
import { pageOrigin } from './page';

/**
 * Takes the page's calls, on one channel, from the app's own page and from nobody else.
 * @param desk what answers them; calls that come while it is still starting wait
 */
export function answerPage(desk: Promise<Desk>): void {
  ipcMain.handle('call', async (event, method: unknown, input: unknown, paths: unknown) =>
    packed(isOwnPage(event) ? await (await desk).answer(method, input, paths) : fail('bad-input')),
  );
}

const isOwnPage = ({ senderFrame }: IpcMainInvokeEvent): boolean =>
  senderFrame !== null && senderFrame.parent === null && senderFrame.origin === pageOrigin;

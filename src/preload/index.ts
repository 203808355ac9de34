import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppEvent, DeskBridge } from '../shared/bridge';

const desk: DeskBridge = {
  // Paths are taken from the files themselves, here, so that the page can name no file that a person did not hand over.
  call: (method, input, files = []) =>
    ipcRenderer.invoke(
      'call',
      method,
      input,
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  on(listener) {
    const hear = (_event: unknown, message: AppEvent): void => listener(message);
    ipcRenderer.on('event', hear);
    return () => ipcRenderer.removeListener('event', hear);
  },
};

contextBridge.exposeInMainWorld('desk', desk);

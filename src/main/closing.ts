import type { BrowserWindow } from 'electron';
import type { Desk } from './desk';

/** How long the page may take to save its drafts before the window closes all the same, in milliseconds. */
const PATIENCE = 5000;

/**
 * Closes the window only after its page has saved its drafts: it hears `closing`, and its call of `view.remember` says that it is
 * done.
 */
export function closeAfterSaving(
  window: BrowserWindow,
  desk: Promise<Pick<Desk, 'answered' | 'emit'>>,
): void {
  let isClosing = false;
  let isInUse = false;
  void desk.then(({ answered }) =>
    answered('library.start', () => {
      isInUse = true;
    }),
  );
  const close = (): void => {
    if (!window.isDestroyed()) window.destroy();
  };
  window.webContents.on('render-process-gone', () => {
    if (isClosing) close();
  });
  window.on('close', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    // A page that never showed the library has nothing to save.
    if (!isInUse || window.webContents.isCrashed()) return close();
    setTimeout(close, PATIENCE);
    void desk.then(({ answered, emit }) => {
      answered('view.remember', close);
      emit('closing', {});
    }, close);
  });
}

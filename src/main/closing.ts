import { type BrowserWindow, dialog } from 'electron';
import type { Desk } from './desk';

/** How long the page may take to save its drafts before the window closes all the same, in milliseconds. */
const PATIENCE = 5000;
/** Their order in the question. */
const BUTTONS = ['back', 'close'] as const;

/**
 * Closes the window only after its page has saved its drafts: it hears `closing`, and its call of `window.close` says whether it
 * could. If not, the person decides.
 */
export function closeAfterSaving(
  window: BrowserWindow,
  desk: Promise<Pick<Desk, 'answered' | 'emit'>>,
): void {
  let isClosing = false;
  let isInUse = false;
  let patience: NodeJS.Timeout | undefined;
  const close = (): void => {
    if (!window.isDestroyed()) window.destroy();
  };
  const closeOrAsk = async (saved: boolean): Promise<void> => {
    if (!isClosing) return;
    clearTimeout(patience);
    if (saved || (await wantsToLose(window))) close();
    else isClosing = false;
  };
  void desk.then(({ answered }) => {
    answered('library.start', () => {
      isInUse = true;
    });
    answered('window.close', (saved) => void closeOrAsk(saved));
  });
  window.webContents.on('render-process-gone', () => {
    if (isClosing) close();
  });
  window.on('close', (event) => {
    event.preventDefault();
    if (isClosing) return;
    isClosing = true;
    // A page that never showed the library has nothing to save. Not at once: others hear of the closing too, and look at the window.
    if (!isInUse || window.webContents.isCrashed()) return void setImmediate(close);
    patience = setTimeout(close, PATIENCE);
    void desk.then(({ emit }) => emit('closing', {}), close);
  });
}

async function wantsToLose(window: BrowserWindow): Promise<boolean> {
  // No start needs the words.
  const { t } = await import('../shared/text');
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: t('main.unsaved.title'),
    message: t('main.unsaved.title'),
    detail: t('main.unsaved.text'),
    buttons: BUTTONS.map((name) => t(`main.unsaved.${name}`)),
    defaultId: BUTTONS.indexOf('back'),
    cancelId: BUTTONS.indexOf('back'),
    noLink: true,
  });
  return response === BUTTONS.indexOf('close');
}

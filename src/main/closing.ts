import type { BrowserWindow } from 'electron';
import type { Desk } from './desk';
import { ask } from './questions';

/** Saving that takes longer than this, in milliseconds, is told, with the choice to wait … */
const LONG = 4000;
/** … and told again after as long as this. */
const LONGER = 15_000;

/** `saving`: the page saves its drafts, and what it asked for goes to the disk. `elsewhere`: it saves them in files. */
type Phase = 'open' | 'saving' | 'elsewhere';

/**
 * Closes the window only once nothing would be lost: its page hears `closing`, and its call of `window.close` says whether it could
 * save its drafts; then what is still on its way to the disk is waited for, however long that takes. Where something cannot be
 * saved, or it takes long, the person decides.
 */
export function closeAfterSaving(
  window: BrowserWindow,
  desk: Promise<Pick<Desk, 'answered' | 'emit' | 'saved'>>,
): void {
  let phase: Phase = 'open';
  let isInUse = false;
  let patience = new AbortController();

  const close = (): void => {
    patience.abort();
    if (!window.isDestroyed()) window.destroy();
  };
  const enter = (next: Phase): void => {
    patience.abort();
    phase = next;
  };
  /** Tells the person when it takes long, again and again, until it is over. */
  const tellWhenLong = (after: number): void => {
    const { signal } = patience;
    const timer = setTimeout(async () => {
      const answer = await ask(window, 'still-saving', signal);
      if (signal.aborted) return;
      if (answer === 'close') close();
      else tellWhenLong(LONGER);
    }, after);
    signal.addEventListener('abort', () => clearTimeout(timer));
  };
  const decide = async (): Promise<void> => {
    enter('saving');
    const answer = await ask(window, 'unsaved');
    if (answer === 'close') close();
    else if (answer === 'back') enter('open');
    else {
      enter('elsewhere');
      (await desk).emit('save-elsewhere', {});
    }
  };
  const answered = async (saved: boolean): Promise<void> => {
    if (phase === 'open') return;
    if (phase === 'elsewhere') return saved ? close() : enter('open');
    if (!saved) return decide();
    await (await desk).saved();
    close();
  };

  void desk.then((opened) => {
    opened.answered('library.start', () => {
      isInUse = true;
    });
    opened.answered('window.close', (saved) => void answered(saved));
  });
  window.webContents.on('render-process-gone', () => {
    if (phase !== 'open') close();
  });
  window.on('close', (event) => {
    event.preventDefault();
    if (phase !== 'open') return;
    phase = 'saving';
    // A page that never showed the library has nothing to save. Not at once: others hear of the closing too, and look at the window.
    if (!isInUse || window.webContents.isCrashed()) return void setImmediate(close);
    patience = new AbortController();
    tellWhenLong(LONG);
    void desk.then(({ emit }) => emit('closing', {}), close);
  });
}

import type { Failure } from '../../core/result';
import { failureText, t } from '../../shared/text';
import { call } from './api';
import { unsavedOperations } from './drafts';
import { getWindow, say, setWindow } from './store';

/** Tells the person that what they typed could not be saved, once for each reason, with a way to save it elsewhere. */
export function sayUnsaved(failure: Failure): void {
  const text = failureText(failure);
  // It is tried again every few seconds; said each time, a screen reader would never end.
  if (getWindow().messages.some((message) => message.text === text && message.action)) return;
  say('error', text, { label: t('window.save-a-copy'), run: () => void saveElsewhere(), saves: true });
}

/** All is saved now: that it was not is no longer true. */
export function withdrawUnsaved(): void {
  const { messages } = getWindow();
  const others = messages.filter(({ action }) => !action?.saves);
  if (others.length < messages.length) setWindow({ messages: others });
}

/** Saves the open note, with what could not be saved in it, as a file. @returns whether that was done */
export async function saveElsewhere(): Promise<boolean> {
  const { open } = getWindow();
  if (!open) return false;
  const answer = await call('note.save-copy', { note: open, operations: unsavedOperations() });
  if (!answer.ok) {
    say('error', failureText(answer.error));
    return false;
  }
  if (!answer.value) return false;
  say('done', t('window.copy-saved', answer.value));
  return true;
}

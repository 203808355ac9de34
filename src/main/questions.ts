import { type BrowserWindow, dialog } from 'electron';

/** What can be answered, in the order of the buttons; the first is what Escape and Enter choose. */
const ANSWERS = {
  unsaved: ['back', 'elsewhere', 'close'],
  'still-saving': ['wait', 'close'],
} as const;
type Question = keyof typeof ANSWERS;

/**
 * Asks the person in a dialog over the window; its words stand in the locale under `main.QUESTION`.
 * @param signal takes the question back; the answer is then the first one
 */
export async function ask<Q extends Question>(
  window: BrowserWindow,
  question: Q,
  signal?: AbortSignal,
): Promise<(typeof ANSWERS)[Q][number]> {
  // No start needs the words.
  const { t } = await import('../shared/text');
  const answers: readonly (typeof ANSWERS)[Q][number][] = ANSWERS[question];
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    title: t(`main.${question}.title`),
    message: t(`main.${question}.title`),
    detail: t(`main.${question}.text`),
    buttons: answers.map((answer) => t(`main.${question}.${answer}`)),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    ...(signal && { signal }),
  });
  return answers[response] ?? ANSWERS[question][0];
}

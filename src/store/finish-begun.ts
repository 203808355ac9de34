import type { Notice, Warning } from '../core/result';
import { systemCode } from './failures';
import type { Begun, Journal } from './journal';

/**
 * Ends the changes of several notes that killed processes had begun. What the system does not allow now is left for the next time.
 * @param now epoch, in ms
 * @param finish carries one out; how many notes there were, and how many of them were left as they are
 * @returns what the person should know of it
 */
export async function finishBegun(
  journal: Journal,
  now: number,
  finish: (begun: Begun) => Promise<{ notes: number; left: number }>,
): Promise<Notice[]> {
  const notices: Notice[] = [];
  const tell = (code: Warning['code'], details: Warning['details']): void => {
    notices.push({ level: 'info', what: { code, details } });
  };
  const setAside = (file: string): void => tell('file-set-aside', { file });
  for (const begun of await journal.leftBehind(now, setAside)) {
    try {
      const { notes, left } = await finish(begun);
      tell('change-finished', { count: notes });
      if (left > 0) tell('change-set-aside', { count: left });
    } catch (error) {
      if (systemCode(error) === null) throw error;
    }
  }
  return notices;
}

import type { Warning } from '../../core/result';
import type { Notice } from '../../shared/contract';
import { t, warningText } from '../../shared/text';
import { sayFailure } from './actions';
import { showHistory } from './history';
import { type MessageAction, say } from './store';

/** Tells the person what main has to say without having been asked. */
export function sayNotice(notice: Notice): void {
  if (notice.level === 'error') sayFailure(notice.what);
  else say('info', warningText(notice.what), actionOf(notice.what));
}

/** What both changed is looked through best beside what the other one wrote, which is the last version before this one. */
function actionOf({ code, details: { note } }: Warning): MessageAction | undefined {
  if (code !== 'changed-by-both' || typeof note !== 'string') return undefined;
  return { label: t('history.compare'), run: () => void showHistory(note) };
}

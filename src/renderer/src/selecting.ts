import { plainText } from '../../core/markdown';
import { quotation } from '../../core/quotation';
import { t } from '../../shared/text';
import { sayFailure, search } from './actions';
import { getWindow, say } from './store';

/** What a tag may have. */
const LONGEST_TAG = 120;

/** The selected words of the open note; empty: nothing is selected. */
function selectedWords(): string {
  const { open, selection } = getWindow();
  return open && selection ? plainText(open.text).slice(selection.start, selection.end).trim() : '';
}

/** Copies the selected words as a quotation that names its source. */
export async function copyAsQuotation(): Promise<void> {
  const { open } = getWindow();
  const words = selectedWords();
  if (!open || words === '') return sayFailure({ code: 'passage-empty', details: {} });
  try {
    await navigator.clipboard.writeText(quotation(open, words, 'en'));
    say('done', t('window.quotation-copied'));
  } catch {
    sayFailure({ code: 'clipboard-refused', details: {} });
  }
}

/** Puts the selected words into the field that adds a tag, to be changed or taken as they are. */
export function tagFromSelection(): void {
  const words = selectedWords().replace(/\s+/g, ' ').slice(0, LONGEST_TAG).toWellFormed();
  window.dispatchEvent(new CustomEvent('add-tag', { detail: words }));
}

/** Looks for the selected words in the library. */
export function findSelection(): void {
  const words = selectedWords().replace(/\s+/g, ' ').slice(0, 1000).toWellFormed();
  void search(words);
  window.dispatchEvent(new Event('find-in-library'));
}

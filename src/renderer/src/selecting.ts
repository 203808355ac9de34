import { quotation } from '../../core/quotation';
import { language, t } from '../../shared/text';
import { sayFailure, search } from './actions';
import { plainTextOf } from './document';
import { saveDrafts } from './drafts';
import { getWindow, say } from './store';

/** What a tag may have. */
const LONGEST_TAG = 120;

/** The selected words of the open note; empty: nothing is selected. */
function selectedWords(): string {
  const { open, selection } = getWindow();
  return open && selection ? plainTextOf(open.text).slice(selection.start, selection.end).trim() : '';
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

/** Copies the selection, or the whole note where nothing is selected, with its formatting for programs that take it. */
export async function copyAsRichText(): Promise<void> {
  // The page forgets it as soon as the focus is elsewhere; the text that it lies in is not being edited.
  const { selection } = getWindow();
  await saveDrafts();
  const { open } = getWindow();
  if (!open) return;
  // No start needs it.
  const [{ richCopy }, { layoutLabels }] = await Promise.all([
    import('../../core/html/rich-copy'),
    import('../../shared/layout-labels'),
  ]);
  const { html, text } = richCopy(open, selection, layoutLabels(language));
  const item = new ClipboardItem({
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  });
  try {
    await navigator.clipboard.write([item]);
    say('done', t('window.rich-text-copied', selection ? { context: 'selection' } : {}));
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

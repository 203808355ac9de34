import { sayFailure } from './actions';
import { call } from './api';
import { readDocument } from './document';
import { drawSight } from './drawing';
import { sayNotice } from './notices';
import { restoreScroll } from './scroll';
import { addRows, offeredIn, setWindow, showList } from './store';
import { annotationOf, keyOf } from './written';

/** Asks for the library and shows it; where it cannot be opened the window says so, and this can be tried again. */
export async function openLibrary(): Promise<void> {
  const answer = await call('library.start', {});
  if (!answer.ok) return setWindow({ failure: answer.error });
  const { summaries, next, open, scroll, order, settings, drafts, readOnly, notices } = answer.value;
  if (open) await readDocument(open.text);
  showList({ order });
  addRows(summaries, next === null);
  setWindow({
    ready: true,
    failure: null,
    open,
    cursor: open?.id ?? null,
    anchor: open?.id ?? null,
    settings,
    drafts: new Map(drafts.map((draft) => [keyOf(draft), draft])),
    readOnly,
  });
  const writing = open && offeredIn(open);
  if (writing) setWindow({ writing, active: annotationOf(writing) });
  for (const notice of notices) sayNotice(notice);
  requestAnimationFrame(() => {
    drawSight();
    restoreScroll(scroll);
    // Until its fonts are there the text is not seen.
    void document.fonts.ready.then(() =>
      requestAnimationFrame(() => {
        void call('view.painted', {});
        if (next !== null) void fetchRest(next);
      }),
    );
  });
}

async function fetchRest(from: number): Promise<void> {
  const answer = await call('library.rest', { from });
  if (!answer.ok) return sayFailure(answer.error);
  const { summaries, next } = answer.value;
  addRows(summaries, next === null);
  if (next !== null) await fetchRest(next);
}

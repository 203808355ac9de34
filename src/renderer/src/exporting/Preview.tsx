import { CircleAlert } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { SaidOnce } from '../../../core/said-once';
import type { Note } from '../../../core/schema';
import type { ExportChoices } from '../../../core/vocabulary';
import { failureText, t } from '../../../shared/text';
import { FindBar } from '../ui/FindBar';
import { isShortcut } from '../ui/shortcut';
import { markFound, unmarkFound } from './found-marks';
import { PageList } from './PageList';
import { PageSheet } from './PageSheet';
import { PreviewBar } from './PreviewBar';
import { pagesOf } from './pages-of';
import type { PageWords } from './pdf-pages';
import { useFinding } from './useFinding';
import { type Exported, usePreview } from './usePreview';
import { scaleOf, type Zoom } from './zoom';
import './preview.css';

/** Around and between pages, in CSS pixels, as preview.css has it. */
const GAP = 16;
/** The pages take the focus, so that the keyboard scrolls them. */
const FOCUSABLE = { tabIndex: 0 } as const;
/** Until the first pages are there: A4, in points. */
const USUAL_WIDTH = 595;

/** The pages as they will be, and what looks through them. */
export function Preview({
  exported,
  note,
  choices,
  said,
}: {
  exported: Exported;
  /** The open one, if it is that. */
  note: Note | null;
  choices: ExportChoices;
  said: SaidOnce;
}) {
  // After a failure the last pages that could be set stay, paler than before.
  const { pages: shown, failure, isBusy } = usePreview(exported, note, choices, said);
  const scroller = useRef<HTMLDivElement>(null);
  const words = useRef(new Map<number, PageWords>());
  const [laid, setLaid] = useState(0);
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [room, setRoom] = useState(0);
  const [page, setPage] = useState(0);
  const [listShown, setListShown] = useState(true);
  const [query, setQuery] = useState<string | null>(null);
  const startFinding = useStartFinding(() => setQuery((now) => now ?? ''));
  const finding = useFinding(shown, query ?? '', page);
  const { matches, current } = finding;
  const scale = scaleOf(zoom, room - 2 * GAP, shown?.width ?? USUAL_WIDTH);
  const count = shown?.count ?? 0;
  const tall = (shown?.height ?? 0) * scale + GAP;

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const onWords = useCallback((index: number, now: PageWords | null) => {
    if (now) words.current.set(index, now);
    else words.current.delete(index);
    setLaid((times) => times + 1);
  }, []);

  const goTo = useCallback(
    (index: number) => scroller.current?.scrollTo({ top: index * tall, behavior: 'instant' }),
    [tall],
  );

  const onScroll = (): void => {
    const element = scroller.current;
    if (!element || count === 0) return;
    const seen = Math.floor((element.scrollTop + element.clientHeight / 3) / tall);
    setPage(Math.max(0, Math.min(count - 1, seen)));
  };

  // Fewer pages than before.
  useEffect(() => setPage((now) => Math.min(now, Math.max(0, count - 1))), [count]);

  /** What was gone to last: once it is in sight, scrolling away is left to the person. */
  const shownMatch = useRef<unknown>(null);
  useEffect(() => {
    // `laid` tells that there are other words to mark.
    void laid;
    const range = markFound(matches, current, words.current);
    const match = matches[current];
    if (!match || shownMatch.current === match) return;
    if (range) {
      shownMatch.current = match;
      scrollTo(scroller.current, range);
    } else goTo(match.page);
  }, [matches, current, laid, goTo]);
  useEffect(() => unmarkFound, []);

  return (
    <section className="preview" aria-label={t('export.preview')} aria-busy={isBusy}>
      <PreviewBar
        page={page}
        count={count}
        isBusy={isBusy}
        scale={scale}
        zoom={zoom}
        onZoom={setZoom}
        listShown={listShown}
        onList={() => setListShown((now) => !now)}
        onFind={startFinding}
      />
      {query !== null && (
        <FindBar
          label={t('export.find')}
          query={query}
          count={matches.length}
          current={current}
          onQuery={setQuery}
          onStep={(by) => finding.goTo((current + by + matches.length) % matches.length)}
          onClose={() => setQuery(null)}
        />
      )}
      {failure && (
        <p className="preview-failure" role="alert">
          <CircleAlert size={16} aria-hidden />
          <span>
            {failureText(failure)}
            {shown && <span className="last-pages">{t('export.last-pages')}</span>}
          </span>
        </p>
      )}
      <div className={failure ? 'preview-rooms stale' : 'preview-rooms'}>
        {shown && count > 1 && listShown && <PageList pages={shown} current={page} onChoose={goTo} />}
        <div className="sheets" ref={scroller} {...FOCUSABLE} onScroll={onScroll} data-scrolls-pages>
          {shown &&
            pagesOf(count).map((index) => (
              <PageSheet key={index} pages={shown} index={index} scale={scale} onWords={onWords} />
            ))}
        </div>
      </div>
    </section>
  );
}

/** Begins on the shortcut too, wherever in the dialog the focus is. @returns the same */
function useStartFinding(start: () => void): () => void {
  const latest = useRef(start);
  latest.current = start;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!isShortcut(event, 'CmdOrCtrl+F')) return;
      event.preventDefault();
      latest.current();
      document.querySelector<HTMLInputElement>('.find-bar input')?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return start;
}

function scrollTo(scroller: HTMLElement | null, range: Range): void {
  if (!scroller) return;
  const at = range.getBoundingClientRect();
  const around = scroller.getBoundingClientRect();
  if (at.top > around.top + GAP && at.bottom < around.bottom - GAP) return;
  scroller.scrollBy({ top: at.top - around.top - around.height / 3, behavior: 'instant' });
}

import { memo, useEffect, useRef } from 'react';
import { t } from '../../../shared/text';
import { pagesOf } from './pages-of';
import { drawPage, type PdfPages } from './pdf-pages';
import { useInSight } from './useInSight';

/** Width of a small picture, in CSS pixels. */
const WIDTH = 76;
/** Drawn larger than it is shown: at its own size each line would be a whole dot. */
const SHARPNESS = 2;

/** So long the large pages have the reader for themselves, in milliseconds. */
const AFTER_LARGE = 150;

interface PageListProps {
  readonly pages: PdfPages;
  /** The page in sight, from 0. */
  readonly current: number;
  readonly onChoose: (index: number) => void;
}

/** Small pictures of all pages, to go to them. */
export function PageList({ pages, current, onChoose }: PageListProps) {
  return (
    <ol className="page-list" aria-label={t('export.pages')} data-scrolls-pages>
      {pagesOf(pages.count).map((index) => (
        <li key={index}>
          <SmallPage pages={pages} index={index} isCurrent={index === current} onChoose={onChoose} />
        </li>
      ))}
    </ol>
  );
}

interface SmallPageProps {
  readonly pages: PdfPages;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly onChoose: (index: number) => void;
}

const SmallPage = memo(({ pages, index, isCurrent, onChoose }: SmallPageProps) => {
  const button = useRef<HTMLButtonElement>(null);
  const picture = useRef<HTMLSpanElement>(null);
  const inSight = useInSight(button);

  useEffect(() => {
    if (!inSight) return;
    const abort = new AbortController();
    const draw = async (): Promise<void> => {
      const drawn = await drawPage(pages, index, (SHARPNESS * WIDTH) / pages.width, abort.signal);
      if (drawn) picture.current?.replaceChildren(drawn);
    };
    const timer = setTimeout(() => void draw(), AFTER_LARGE);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [pages, index, inSight]);

  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [isCurrent]);

  return (
    <button
      ref={button}
      type="button"
      className="small-page"
      aria-label={t('export.page', { page: index + 1 })}
      aria-current={isCurrent ? 'page' : undefined}
      onClick={() => onChoose(index)}
    >
      <span
        ref={picture}
        className="small-page-picture"
        style={{ width: WIDTH, height: (WIDTH * pages.height) / pages.width }}
        aria-hidden
      />
      <span aria-hidden>{index + 1}</span>
    </button>
  );
});

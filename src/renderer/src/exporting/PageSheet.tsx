import { type CSSProperties, memo, useEffect, useRef } from 'react';
import { t } from '../../../shared/text';
import { drawPage, layWords, type PageWords, type PdfPages } from './pdf-pages';
import { useInSight } from './useInSight';

interface PageSheetProps {
  readonly pages: PdfPages;
  /** From 0. */
  readonly index: number;
  /** CSS pixels to a point. */
  readonly scale: number;
  /** Hears the words of the page once they stand there; null: they are gone. */
  readonly onWords: (index: number, words: PageWords | null) => void;
}

/** One page. What was drawn last stays until the new one is there; far out of sight nothing is drawn. */
export const PageSheet = memo(({ pages, index, scale, onWords }: PageSheetProps) => {
  const sheet = useRef<HTMLFieldSetElement>(null);
  const picture = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const inSight = useInSight(sheet);

  useEffect(() => {
    if (!inSight) {
      picture.current?.replaceChildren();
      return;
    }
    const abort = new AbortController();
    void drawPage(pages, index, scale, abort.signal).then((drawn) => {
      if (drawn) picture.current?.replaceChildren(drawn);
    });
    return () => abort.abort();
  }, [pages, index, scale, inSight]);

  useEffect(() => {
    if (!inSight) {
      words.current?.replaceChildren();
      return;
    }
    const abort = new AbortController();
    const lay = async (): Promise<void> => {
      const laid = await layWords(pages, index, abort.signal);
      if (!laid) return;
      words.current?.replaceChildren(laid.layer);
      onWords(index, laid);
    };
    // The picture comes first.
    const idle = requestIdleCallback(() => void lay(), { timeout: 100 });
    return () => {
      cancelIdleCallback(idle);
      abort.abort();
      onWords(index, null);
    };
  }, [pages, index, inSight, onWords]);

  const style: CSSProperties & Record<'--total-scale-factor', number> = {
    width: pages.width * scale,
    height: pages.height * scale,
    '--total-scale-factor': scale,
  };
  return (
    <fieldset
      ref={sheet}
      className="sheet"
      aria-label={t('export.page-of', { page: index + 1, pages: pages.count })}
      style={style}
    >
      <div ref={picture} className="sheet-picture" aria-hidden />
      <div ref={words} />
    </fieldset>
  );
});

import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Document } from '../../../core/document';
import { blockStarts } from '../../../core/spans-by-block';
import { AHEAD, announceDrawing } from '../drawing';
import { scroller } from '../scroll';
import { DocumentView } from '../ui/DocumentView';
import type { MarkedSpan } from '../ui/Marked';
import { BlockDrawing, firstBlocks } from './text-drawing';

interface DrawnTextProps {
  /** What the text stands in. */
  readonly root: RefObject<HTMLElement | null>;
  readonly document: Document;
  readonly spans: readonly MarkedSpan[];
  /** Hears when all of it is drawn. */
  readonly onWhole: () => void;
}

/** Of another text of the same note as much is drawn as was seen of it. */
function blocksInSight(text: HTMLElement | null): number {
  const bottom = scroller()?.getBoundingClientRect().bottom ?? 0;
  const below = [...(text?.children ?? [])].findIndex((block) => block.getBoundingClientRect().top > bottom);
  return below < 0 ? (text?.childElementCount ?? 0) : below;
}

/** A text, of which that which is not seen yet is drawn when there is time. */
export function DrawnText({ root, document, spans, onWhole }: DrawnTextProps) {
  const { length } = document.text;
  const starts = useMemo(() => blockStarts(document), [document]);
  const first = useMemo(
    () => Math.max(firstBlocks(starts, length), blocksInSight(root.current)),
    [root, starts, length],
  );
  const [drawn, setDrawn] = useState({ document, until: first });
  const until = Math.min(drawn.document === document ? drawn.until : first, starts.length);
  const isWhole = until === starts.length;
  const stretch = useRef<HTMLDivElement>(null);
  const seen = useRef(until);
  seen.current = until;
  useLayoutEffect(() => {
    const [text, scrolled] = [stretch.current?.parentElement, scroller()];
    if (!text || !scrolled) return;
    const drawing = new BlockDrawing({ scroller: scrolled, text }, { starts, length }, seen.current, (now) =>
      setDrawn({ document, until: now }),
    );
    const withdraw = announceDrawing(drawing);
    return () => {
      withdraw();
      drawing.end();
    };
  }, [document, starts, length]);
  useLayoutEffect(() => {
    if (isWhole) onWhole();
  }, [isWhole, onWhole]);
  return (
    <>
      <DocumentView document={document} spans={spans} until={until} />
      {!isWhole && <div ref={stretch} className={AHEAD} aria-hidden />}
    </>
  );
}

import { Fragment, type ReactNode } from 'react';
import { lanesOf, runsOf, type Span } from '../../../core/highlight';
import type { Annotation } from '../../../core/schema';
import { hasPassage, type Kind } from '../../../core/vocabulary';
import './marked.css';
import { WithMentions } from './Mentions';
import { spokenOfPassage } from './spoken';

/** So far below each other the lines of overlapping passages are, in CSS pixels: three of them have room above the next line of the text. */
export const LANE = 3;

/** An annotated passage, as the text shows it. */
export interface MarkedSpan extends Span {
  readonly id: string;
  readonly kind: Kind;
  readonly resolved: boolean;
  /** What a screen reader says of it: its kind and comment. */
  readonly description: string;
  /** Overlapping passages have their lines below one another. */
  readonly lane: number;
}

/** A leaf of the document, cut where passages begin and end; passages that overlap are nested marks. */
export function Marked({
  leaf,
  spans,
}: {
  leaf: { text: string; start: number };
  spans: readonly MarkedSpan[];
}) {
  return runsOf(leaf, spans).map(({ text, start, spans: around }) => {
    const words: ReactNode = (
      <span data-start={start}>
        <WithMentions text={text} />
      </span>
    );
    // The longest passage is outermost, so that the shorter one inside it can be pointed at.
    const nested = [...around].sort((a, b) => b.end - b.start - (a.end - a.start));
    return (
      <Fragment key={start}>
        {nested.reduceRight<ReactNode>(
          (inner, span) => (
            <mark
              key={span.id}
              data-annotation={span.id}
              className={`kind-${span.kind}${span.resolved ? ' resolved' : ''}`}
              style={{ paddingBottom: span.lane * LANE }}
              aria-description={span.description}
              {...(start <= span.start && { tabIndex: 0 })}
            >
              {inner}
            </mark>
          ),
          words,
        )}
      </Fragment>
    );
  });
}

/** The passages of annotations as they are marked, in the order of their starts. */
export function markedSpansOf(annotations: readonly Annotation[]): MarkedSpan[] {
  const placed = annotations.filter(hasPassage);
  const lanes = lanesOf(placed.map(({ target }) => target[0]));
  return placed.map((annotation, index) => ({
    id: annotation.id,
    kind: annotation.kind,
    start: annotation.target[0].start,
    end: annotation.target[0].end,
    resolved: annotation.resolved !== null,
    description: spokenOfPassage(annotation),
    lane: lanes[index] ?? 0,
  }));
}

/** The annotation whose passage something in the page is part of; of nested ones the innermost. */
export function annotationAt(target: EventTarget | null): string | null {
  const mark = target instanceof Element ? target.closest<HTMLElement>('[data-annotation]') : null;
  return mark?.dataset.annotation ?? null;
}

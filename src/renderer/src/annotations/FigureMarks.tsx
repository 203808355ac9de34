import { Check, CircleAlert } from 'lucide-react';
import type { FigureCheck, FigureSource } from '../../../core/figures';
import type { Span } from '../../../core/highlight';
import type { Annotation } from '../../../core/schema';
import { hasPassage } from '../../../core/vocabulary';
import { figureText } from '../../../shared/figure-words';
import { t } from '../../../shared/text';
import { checksOf, useFigureSource } from '../figures';
import { pointOut } from '../point-out';
import { useWindow } from '../store';
import './figures.css';

/** What became of the figures of a comment. While the text is being written it is not compared with. */
export function FigureMarks({ id }: { id: string }) {
  const reading = useWindow((state) => state.mode === 'reading');
  return reading ? <Marks id={id} /> : null;
}

function Marks({ id }: { id: string }) {
  // Not what the card was drawn with: that stays where only the text has changed.
  const note = useWindow((state) => state.open);
  const source = useFigureSource(note);
  const annotation = note?.annotations.find((each) => each.id === id);
  if (!source || !annotation) return null;
  const checks = once(checksOf(source, annotation));
  if (checks.length === 0) return null;
  return (
    <fieldset className="figures" aria-label={t('figures.title')}>
      {checks.map((check) => (
        <Mark key={check.figure.start} source={source} annotation={annotation} check={check} />
      ))}
    </fieldset>
  );
}

/** The same figure written twice is one mark, unless it was found the one time and not the other. */
function once(checks: readonly FigureCheck[]): FigureCheck[] {
  const first = new Map<string, FigureCheck>();
  for (const check of checks) {
    const key = `${check.state} ${check.figure.written}`;
    if (!first.has(key)) first.set(key, check);
  }
  return [...first.values()];
}

interface MarkProps {
  readonly source: FigureSource;
  readonly annotation: Annotation;
  readonly check: FigureCheck;
}

function Mark({ source, annotation, check }: MarkProps) {
  const words = figureText(check, source.text);
  const place = placeOf(check, annotation, source);
  const isFound = check.state === 'found';
  const shown = (
    <>
      {isFound ? <Check size={12} aria-hidden /> : <CircleAlert size={12} aria-hidden />}
      <span>
        {isFound ? (
          <>
            {check.figure.written} <small>{t(`figures.short.${check.where}`)}</small>
          </>
        ) : (
          words
        )}
      </span>
    </>
  );
  return (
    <p className={isFound ? 'found' : `look ${check.state}`}>
      {place ? (
        <button type="button" aria-label={words} title={words} onClick={() => pointOut(place)}>
          {shown}
        </button>
      ) : (
        <span className="mark" title={words}>
          {shown}
        </span>
      )}
    </p>
  );
}

/** Where a mark leads: to what the text says, or to the passage that was commented on. Null: it has no place in the text. */
function placeOf(check: FigureCheck, annotation: Annotation, source: FigureSource): Span | null {
  const passage = hasPassage(annotation) ? annotation.target[0] : null;
  switch (check.state) {
    case 'found':
      return source.head.includes(check.there) ? null : check.there;
    case 'different':
      return check.there[0];
    case 'not-in-source':
      return check.other && !source.head.includes(check.other) ? check.other : passage;
  }
}

import { CircleAlert } from 'lucide-react';
import { useMemo } from 'react';
import {
  type FigureCheck,
  isToLookAt,
  noteFigures,
  type WrittenFigures,
  type WrittenIn,
} from '../../../core/figures';
import type { Note } from '../../../core/schema';
import { figureText } from '../../../shared/figure-words';
import { t } from '../../../shared/text';
import { showAnnotation } from '../annotating';
import { checksOf, useFigureSource } from '../figures';
import { setWindow } from '../store';
import { kindName } from '../ui/kinds';
import './figures.css';

/** The figures of a briefing that its text does not bear out. They are named; nothing is held up by them. */
export function FiguresToLookAt({ note, onLeave }: { note: Note; onLeave: () => void }) {
  const source = useFigureSource(note);
  const all = useMemo(
    () => (source ? noteFigures(note, source, (annotation) => checksOf(source, annotation)) : []),
    [note, source],
  );
  const items = all.flatMap(({ written, checks }) =>
    checks.filter(isToLookAt).map((check) => ({ written, check })),
  );
  if (!source || all.length === 0) return null;
  if (items.length === 0)
    return <p className="figures-check">{t('figures.all-found', { count: countOf(all) })}</p>;
  return (
    <details
      className="figures-check"
      onToggle={(event) => event.currentTarget.scrollIntoView({ block: 'nearest', behavior: 'instant' })}
    >
      <summary>
        <CircleAlert size={14} aria-hidden />
        {t('figures.to-look-at', { count: items.length })}
      </summary>
      <ul>
        {items.map(({ written, check }) => (
          <li key={keyOf(written, check)}>
            <button
              type="button"
              onClick={() => {
                onLeave();
                goTo(written);
              }}
            >
              <span>{figureText(check, source.text)}</span>
              <small>{nameOf(written)}</small>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const countOf = (all: readonly WrittenFigures[]): number =>
  all.reduce((count, { checks }) => count + checks.length, 0);

const keyOf = (written: WrittenIn, { figure }: FigureCheck): string =>
  `${written.part === 'comment' ? written.annotation.id : written.part} ${figure.start}`;

function nameOf(written: WrittenIn): string {
  if (written.part !== 'comment') return t(`figures.written.${written.part}`);
  const { kind, target } = written.annotation;
  return t('figures.written.comment', { kind: kindName(kind), quote: target[1].exact });
}

/** Once the dialog has gone and given the focus back. */
function goTo(written: WrittenIn): void {
  requestAnimationFrame(() => {
    switch (written.part) {
      case 'comment':
        showAnnotation(written.annotation.id);
        break;
      case 'purpose':
        setWindow({ dialog: 'details' });
        break;
      case 'title':
        document.querySelector<HTMLElement>('.note-head .title')?.focus();
        break;
    }
  });
}

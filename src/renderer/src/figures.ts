import { useDeferredValue, useEffect } from 'react';
import { create } from 'zustand';
import {
  commentFigures,
  type Figure,
  type FigureCheck,
  FigureSource,
  headFigures,
  readFigures,
} from '../../core/figures';
import type { Annotation, Note } from '../../core/schema';
import { documentOf } from './document';
import { whenIdle } from './next-task';

/** What the figures of a note depend on. */
interface Asked {
  readonly markdown: string;
  readonly language: string;
  readonly date: string | undefined;
}

interface Read {
  readonly asked: Asked;
  readonly source: FigureSource;
}

const useRead = create<{ readonly read: Read | null }>(() => ({ read: null }));
/** A slow machine gets there too, in milliseconds. */
const AT_LATEST = 300;
/** So long at a time, in milliseconds: who begins to scroll meanwhile loses no frame. */
const SLICE = 6;
let asked: Asked | null = null;

/** A note's figures; null while they are being read, which happens when there is nothing else to do. */
export function useFigureSource(note: Note | null): FigureSource | null {
  const { text: markdown = null, language = '', source: { date } = {} } = note ?? {};
  useEffect(() => {
    if (markdown !== null) readWhenIdle({ markdown, language, date });
  }, [markdown, language, date]);
  const read = useDeferredValue(useRead((state) => state.read));
  return read && markdown !== null && isSame(read.asked, { markdown, language, date }) ? read.source : null;
}

const isSame = (a: Asked | null, b: Asked): boolean =>
  a?.markdown === b.markdown && a.language === b.language && a.date === b.date;

/** Reads line by line, so that nobody waits for it. Whoever asks for the same asks once. */
function readWhenIdle(now: Asked): void {
  if (isSame(asked, now)) return;
  asked = now;
  const figures: Figure[] = [];
  let from = 0;
  const step = (deadline: IdleDeadline): void => {
    // Another note, or another text of it, is what counts by now.
    if (asked !== now) return;
    const { text } = documentOf(now.markdown);
    const until = performance.now() + SLICE;
    do {
      const end = text.indexOf('\n', from);
      const line = text.slice(from, end < 0 ? text.length : end);
      for (const figure of readFigures(line, now.language)) figures.push(shifted(figure, from));
      from = end < 0 ? text.length + 1 : end + 1;
    } while (from <= text.length && deadline.timeRemaining() > 1 && performance.now() < until);
    if (from <= text.length) requestIdleCallback(step, { timeout: AT_LATEST });
    else {
      const source = new FigureSource(text, now.language, figures, headFigures(now.date));
      useRead.setState({ read: { asked: now, source } });
    }
  };
  requestIdleCallback(step, { timeout: AT_LATEST });
}

const shifted = (figure: Figure, by: number): Figure => ({
  ...figure,
  start: figure.start + by,
  end: figure.end + by,
});

/** Beginnings of figures of every kind, in each of the alphabets. */
const PRACTICE = ['1', 'In May 2 rose to $3 million', 'вырос до 1,5 млн', 'в мае 2024 года'];

/**
 * Reads some figures while there is nothing else to do: expressions that have never been looked for are slow, and the first note with
 * comments that is opened would wait for them. Twice, for the second time they are made ready anew.
 */
export function practise(): void {
  whenIdle([...PRACTICE, ...PRACTICE].map((line) => () => void readFigures(line)));
}

interface Checked {
  readonly comment: string;
  readonly start: number;
  readonly end: number;
  readonly state: Annotation['state'];
  readonly checks: readonly FigureCheck[];
}

const checked = new WeakMap<FigureSource, Map<string, Checked>>();

/** The figures of a comment; read again only where the comment, its passage or the text is another. */
export function checksOf(source: FigureSource, annotation: Annotation): readonly FigureCheck[] {
  const { id, comment, state } = annotation;
  const [{ start, end }] = annotation.target;
  const ofSource = checked.get(source) ?? new Map<string, Checked>();
  checked.set(source, ofSource);
  const known = ofSource.get(id);
  if (known?.comment === comment && known.start === start && known.end === end && known.state === state)
    return known.checks;
  const checks = commentFigures(source, annotation);
  ofSource.set(id, { comment, start, end, state, checks });
  return checks;
}

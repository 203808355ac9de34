import { type Folded, fold, small } from './fold';
import { GramIndex } from './gram-index';

/** A text prepared for searching. */
export interface Prepared {
  readonly text: string;
  readonly folded: Folded;
  readonly index: GramIndex;
  /** The same without capitals; made when it is first asked for. */
  small?: Prepared;
}

/** The text searched last: many targets are resolved on one text, and preparing it costs more than a search. */
let last: Prepared | undefined;

/** Prepares a text for searching. */
export function prepared(text: string): Prepared {
  if (last?.text === text) return last;
  const folded = fold(text);
  last = { text, folded, index: new GramIndex(folded.text) };
  return last;
}

/** The same text without capitals. */
export function withoutCapitals(of: Prepared): Prepared {
  if (of.small) return of.small;
  const folded = { ...of.folded, text: small(of.folded.text) };
  of.small = { text: of.text, folded, index: new GramIndex(folded.text) };
  return of.small;
}

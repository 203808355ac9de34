import { findIn, type SearchableText, searchableText } from '../../core/find';
import { firstIndex } from '../../core/first-index';
import type { Span } from '../../core/highlight';
import { focusText } from './focus';
import { type Finding, getWindow, setWindow } from './store';

/** The open note's text as it is shown: as it is read, or its editor. Places are offsets in it. */
export interface ShownText {
  readonly text: () => string;
  /** What is selected in it; null: nothing. */
  readonly selected: () => Span | null;
  /** The place that the person is at: the caret, or the first line in sight. */
  readonly place: () => number;
  /** Brings a passage into sight. */
  readonly reveal: (span: Span) => void;
  /** Selects a passage, and takes the focus. */
  readonly select: (span: Span) => void;
}

/** The id of the field. */
export const FIND_FIELD = 'find-in-note';
/** More than this is hardly meant as words to be looked for, in UTF-16 code units. */
const LONGEST_QUERY = 200;

let shown: ShownText | null = null;
/** What was looked for last, in whatever note. */
let last = { query: '', matchCase: false };
/** Where to look from: the place the person began at, or has been led to. */
let origin = 0;
/** What had the focus before. */
let before: Element | null = null;

let readied: { text: string; matchCase: boolean; searchable: SearchableText } | null = null;

/** A long text is readied once, not with each key. */
function ready(text: string, matchCase: boolean): SearchableText {
  if (readied?.text !== text || readied.matchCase !== matchCase)
    readied = { text, matchCase, searchable: searchableText(text, matchCase) };
  return readied.searchable;
}

function placesOf(query: string, matchCase: boolean): readonly Span[] {
  if (!shown || query.trim() === '') return [];
  return findIn(ready(shown.text(), matchCase), query, matchCase);
}

/** The first place from `origin` on; after the last one comes the first. */
function firstFrom(places: readonly Span[]): number {
  if (places.length === 0) return -1;
  return firstIndex(places, ({ start }) => start >= origin) % places.length;
}

/** Makes known which text is shown. @returns what takes that back */
export function announceText(text: ShownText): () => void {
  shown = text;
  if (getWindow().finding) findAgain();
  return () => {
    if (shown === text) shown = null;
  };
}

/** Looks again in a text that has changed; the person is not led anywhere. */
export function findAgain(): void {
  const { finding } = getWindow();
  if (!finding || !shown) return;
  const places = placesOf(finding.query, finding.matchCase);
  const isSame = places.length === finding.places.length;
  if (!isSame) origin = shown.place();
  setWindow({ finding: { ...finding, places, current: isSame ? finding.current : firstFrom(places) } });
}

/** Shows the bar, with the words that are selected, or those that were looked for last. */
export function startFinding(): void {
  const { finding } = getWindow();
  const selected = shown?.selected() ?? null;
  const words = selected && shown ? shown.text().slice(selected.start, selected.end).trim() : '';
  origin = selected?.start ?? shown?.place() ?? 0;
  if (!finding) before = document.activeElement;
  const isQuery = words !== '' && words.length <= LONGEST_QUERY;
  if (!finding || isQuery) find({ ...last, ...(isQuery && { query: words }) }, false);
  const field = document.getElementById(FIND_FIELD);
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
  // Before the first key, which would wait for it.
  requestIdleCallback(() => {
    if (shown && getWindow().finding) ready(shown.text(), last.matchCase);
  });
}

/** Looks for other words, or in another way, from where the person is. */
export function find(wanted: Pick<Finding, 'query' | 'matchCase'>, leads = true): void {
  last = wanted;
  const places = placesOf(wanted.query, wanted.matchCase);
  const current = firstFrom(places);
  setWindow({ finding: { ...wanted, places, current } });
  const place = places[current];
  if (leads && place) shown?.reveal(place);
}

/** Goes to the next place (1) or the previous one (-1); without a bar it begins with the words that were looked for last. */
export function stepFound(by: 1 | -1): void {
  const { finding } = getWindow();
  if (!finding) startFinding();
  const { places, current } = getWindow().finding ?? { places: [], current: -1 };
  if (places.length === 0) return;
  const next = finding ? (current + by + places.length) % places.length : current;
  const place = places[next];
  if (!place) return;
  origin = place.start;
  setWindow((state) => ({ finding: state.finding && { ...state.finding, current: next } }));
  shown?.reveal(place);
}

/** Takes the bar away. The focus goes to the text, where the place that was found is selected; if there is none, back. */
export function endFinding(): void {
  const { finding } = getWindow();
  if (!finding) return;
  const place = finding.places[finding.current];
  if (place && shown) shown.select(place);
  else if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
  else focusText();
  before = null;
  setWindow({ finding: null });
}

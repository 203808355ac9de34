import type { Span } from '../highlight';
import { agrees, areAlike, isSameAmount, sayAsMuch } from './agree';
import type { Figure } from './figure';
import { fromToPairs } from './from-to';
import { readFigures } from './read';
import type { FigureSource } from './source';
import { aboutStems, countedStems, differInScript, paragraphAt, sentenceAt, shared } from './surroundings';

/** Where a figure of the source stands, seen from the passage that was commented on; `head`: in the note's source, not in its text. */
export type Where = 'passage' | 'sentence' | 'paragraph' | 'text' | 'head';

/** What became of one figure that was written about a text. */
export type FigureCheck =
  | { readonly state: 'found'; readonly figure: Figure; readonly where: Where; readonly there: Figure }
  /** The source says something else of the same thing: the figures it says instead, 1 to 3. */
  | {
      readonly state: 'different';
      readonly figure: Figure;
      readonly where: Where;
      readonly there: readonly [Figure, ...Figure[]];
    }
  /** `other`: the same number stands in the text, but as another thing. */
  | { readonly state: 'not-in-source'; readonly figure: Figure; readonly other: Figure | null };

/** More figures than this are no help to whoever looks for the right one. */
const MOST_NAMED = 3;
/** Of more figures than this the words are not compared: it would take long, and find several that fit. */
const MOST_COMPARED = 200;

/** A written text with its figures, beside the source it is compared with. */
interface Comparison {
  readonly source: FigureSource;
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly scopes: readonly Scope[];
}

interface Scope {
  readonly where: Where;
  readonly span: Span;
}

/**
 * Compares each figure of a text that was written about a source with the figures of that source. The rules are in
 * docs/figures-check.md.
 * @param text plain text
 * @param passage of the source's text that it was written about; null: it was written about all of it
 */
export function checkFigures(source: FigureSource, text: string, passage: Span | null): FigureCheck[] {
  const figures = readFigures(text, source.language);
  if (figures.length === 0) return [];
  const written: Comparison = { source, text, figures, scopes: scopesOf(source.text, passage) };
  const found = (figure: Figure): readonly Figure[] =>
    source.like(figure).filter((other) => isFound(written, figure, other));
  const same = figures.map(found);
  // From 10 to 12 says what 10–12 says.
  for (const { at, range } of fromToPairs(text, figures)) {
    for (const index of [at, at + 1]) if (same[index]?.length === 0) same[index] = found(range);
  }
  // What is quoted rightly is not what another figure was meant to say.
  const quoted = new Set(same.flat());
  return figures.map((figure, index) => checkOne(written, figure, same[index] ?? [], quoted));
}

function checkOne(
  written: Comparison,
  figure: Figure,
  same: readonly Figure[],
  quoted: ReadonlySet<Figure>,
): FigureCheck {
  const best = nearest(written, figure, same);
  if (best?.where === 'passage') return { state: 'found', figure, ...best };
  const rival = rivalOf(written, figure, quoted);
  const [first, ...others] = rival?.there ?? [];
  if (rival && first && (!best || isBetterTied(written, figure, first, best.there)))
    return { state: 'different', figure, where: rival.where, there: [first, ...others] };
  if (best) return { state: 'found', figure, ...best };
  const other = written.source.like(figure).find((each) => isSameNumber(figure, each));
  return { state: 'not-in-source', figure, other: other ?? null };
}

/** The same value of the same kind and unit, and, where numbers count things, of the same things as far as the words say. */
function isFound({ source, text }: Comparison, figure: Figure, other: Figure): boolean {
  if (!agrees(figure, other)) return false;
  if (!isCounting(figure)) return true;
  const [here, there] = [countedStems(text, figure), source.counted(other)];
  return here.size === 0 || there.size === 0 || shared(here, there) > 0 || differInScript(here, there);
}

const isCounting = ({ value }: Figure): boolean =>
  value.kind === 'quantity' && (value.unit === 'count' || value.unit === 'ordinal');

const isSameNumber = (a: Figure, b: Figure): boolean =>
  a.value.kind === 'quantity' && b.value.kind === 'quantity' && isSameAmount(a.value, b.value);

/** From near to far; without a passage all of the text is one. */
function scopesOf(text: string, passage: Span | null): readonly Scope[] {
  const all: Scope = { where: 'text', span: { start: 0, end: text.length } };
  if (!passage) return [all];
  const around = (of: (text: string, at: number) => Span): Span => ({
    start: of(text, passage.start).start,
    end: of(text, Math.max(passage.start, passage.end - 1)).end,
  });
  return [
    { where: 'passage', span: passage },
    { where: 'sentence', span: around(sentenceAt) },
    { where: 'paragraph', span: around(paragraphAt) },
    all,
  ];
}

/** Of figures that say the same the one that stands nearest; of those in the same scope the one about the same words. */
function nearest(
  { source, scopes, ...written }: Comparison,
  figure: Figure,
  same: readonly Figure[],
): { where: Where; there: Figure } | null {
  for (const { where, span } of scopes) {
    const here = same.filter(
      (each) => !source.head.includes(each) && each.start < span.end && each.end > span.start,
    );
    const [one, more] = here;
    if (one && (!more || here.length > MOST_COMPARED)) return { where, there: one };
    if (one)
      return { where, there: mostTied({ source, scopes, ...written }, figure, here).figures[0] ?? one };
  }
  const [head] = same;
  return head ? { where: 'head', there: head } : null;
}

/** What the source says instead, in the nearest scope that says something of the same kind about the same thing. */
function rivalOf(
  written: Comparison,
  figure: Figure,
  quoted: ReadonlySet<Figure>,
): { where: Where; there: readonly Figure[] } | null {
  // With a passage, nobody would look as far as the rest of the text.
  const near = written.scopes.length > 1 ? written.scopes.slice(0, -1) : written.scopes;
  const scopes = near.map(({ where, span }) => {
    const isNear = where === 'passage' || where === 'sentence';
    const rivals = written.source
      .within(span)
      .filter((other) => !quoted.has(other) && isRival(written, figure, other, isNear));
    return { where, isNear, rivals };
  });
  // The same number with another unit or the other way round is what was meant, wherever the other numbers stand.
  for (const { where, isNear, rivals } of scopes) {
    const there = rivals.filter((other) => isSameNumber(figure, other));
    if (isNear && there.length > 0) return { where, there: there.slice(0, 1) };
  }
  for (const { where, isNear, rivals } of scopes) {
    if (rivals.length === 0 || rivals.length > MOST_COMPARED) continue;
    const { figures: there, tie } = mostTied(written, figure, rivals);
    // Far from the passage only words can tell.
    if ((isNear || tie > 0) && there.length <= MOST_NAMED) return { where, there };
  }
  return null;
}

/** Whether two figures are of a kind that one could be meant for the other. */
function isRival(written: Comparison, figure: Figure, other: Figure, isNear: boolean): boolean {
  const [a, b] = [figure.value, other.value];
  if (a.kind === 'date')
    return (
      b.kind === 'date' && (areAlike(a, b) || (isNear && sayAsMuch(a, b) && tie(written, figure, other) > 0))
    );
  if (a.kind === 'written') return b.kind === 'written' && a.form === b.form;
  if (b.kind !== 'quantity') return false;
  if (isCounting(figure))
    return a.unit === b.unit && shared(countedStems(written.text, figure), written.source.counted(other)) > 0;
  // The same number with another unit was meant for it too: 8 % for 8 percentage points.
  return a.unit === b.unit ? !isFound(written, figure, other) : isSameAmount(a, b) && !isCounting(other);
}

const tie = ({ source, text, figures }: Comparison, figure: Figure, other: Figure): number =>
  shared(aboutStems(text, figures, figure), source.about(other));

function mostTied(
  written: Comparison,
  figure: Figure,
  others: readonly Figure[],
): { readonly figures: readonly Figure[]; readonly tie: number } {
  const about = aboutStems(written.text, written.figures, figure);
  const ties = others.map((other) => shared(about, written.source.about(other)));
  const most = Math.max(...ties);
  return { figures: others.filter((_, index) => ties[index] === most), tie: most };
}

const isBetterTied = (written: Comparison, figure: Figure, rival: Figure, found: Figure): boolean =>
  tie(written, figure, rival) > tie(written, figure, found);

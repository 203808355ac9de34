import type { Target } from '../schema';
import type { Anchored, Place } from './anchored';
import { type Candidate, candidates, type Gap, gaps } from './candidates';
import { classOf, isSpace, SYLLABLE, WORD } from './characters';
import { type Context, contextOf, type Fit, fullFit } from './context';
import { type Folded, fold, small } from './fold';
import { graphemeEnd, graphemeStart } from './graphemes';
import { type Prepared, prepared, withoutCapitals } from './prepared';

/** Characters of context by which the best place must lead, and which the very words need to be taken for the passage. */
const MARGIN = 8;
/** The lead of a place whose context is whole over one whose is not. */
const WHOLE_MARGIN = 4;
const ENOUGH = 10;
/** A short quote needs more: with its context it should have this many characters. */
const WHOLE_PHRASE = 34;
const MOST_ENOUGH = 22;
/** A word that differs is another word: what the edits in a short quote cost, and in a long one. */
const LEAST_EDITED = 40;
const MOST_EDITED = 60;
/** Shares of the context that an edited passage needs, in all and on either side. */
const ENOUGH_SHARE = 0.75;
const ENOUGH_BESIDE = 0.5;
/** Folded characters from which on words are not expected to stand in a text twice. */
const DISTINCT = 24;
/** What a letter or two at a word's end take from the context there. */
const GLUED = 8;
/** What it is worth, in characters of context, that the very words stand nowhere else. */
const ALONE = 20;
/** An edited passage that lost the neighbours on one side needs all of the other, and more of itself. */
const ONE_SIDE = 16;
const ONE_SIDE_LIKENESS = 0.8;
const ONE_SIDE_QUOTE = 20;
const FIRM_END = 6;
/** With this share of its context an edited passage is worth showing. */
const MAYBE = 0.4;
const MAX_SHOWN = 20;
/** A passage of fewer folded characters is not looked for in capitals: a short word stands in longer ones. */
const LEAST_IN_CAPITALS = 6;

/**
 * Finds a target in a text that may be another than it was described on.
 *
 * The whole quote with both contexts at the recorded place is taken at once. Otherwise every place with the very words, every
 * stretch between the old neighbours and every stretch that shares pieces with the quote is a candidate; it is worth the
 * context that stands beside it, less the edits in it. One that leads by a margin is taken if its context is enough. Where
 * the old neighbours touch, the passage was deleted: the same words elsewhere are another passage or a moved one, and which
 * of them a person must say.
 */
export function search(text: string, target: Target): Anchored {
  const [position, { exact, prefix, suffix }] = target;
  if (exact === '') return { state: 'orphan', reason: 'empty' };
  if (
    position.start >= prefix.length &&
    text.startsWith(prefix + exact + suffix, position.start - prefix.length)
  ) {
    const context = prefix.length + suffix.length > 0 || text.length === exact.length;
    const start = position.start;
    if (context && whole(text, start, start + exact.length))
      return { state: 'exact', start, end: start + exact.length };
  }
  const quote = fold(exact).text;
  if (quote === '') return { state: 'orphan', reason: 'not-found' };
  const ready = prepared(text);
  const context = contextOf(target);
  const found = searchFolded(ready, target, quote, context);
  if (found.state !== 'orphan' || quote.length < LEAST_IN_CAPITALS) return found;
  const inSmall = { ...context, before: small(context.before), after: small(context.after) };
  return searchFolded(withoutCapitals(ready), target, small(quote), inSmall);
}

function searchFolded(
  { text, folded, index }: Prepared,
  [position, { exact }]: Target,
  quote: string,
  context: Context,
): Anchored {
  const full = fullFit(context);
  const offset = new Offsets(text, exact, folded, full);
  const between = gaps(folded.text, index, quote, context);
  const list = candidates(folded.text, index, quote, context, between).filter((candidate) =>
    offset.atWords(candidate),
  );
  const touching = between.filter(({ from, to }) => to === from);
  return new Judge(list, touching, full, quote, offset, position.start).verdict();
}

const whole = (text: string, start: number, end: number): boolean =>
  graphemeStart(text, start) === start && graphemeEnd(text, end) === end;

/** From places in the folded text to places in the text itself. */
class Offsets {
  readonly #text: string;
  readonly #exact: string;
  readonly #full: Fit;
  readonly folded: Folded;
  readonly #opens: boolean;
  readonly #closes: boolean;

  constructor(text: string, exact: string, folded: Folded, full: Fit) {
    this.#full = full;
    this.#text = text;
    this.#exact = exact;
    this.folded = folded;
    this.#opens = classOf(exact.charCodeAt(0)) === WORD;
    this.#closes = classOf(exact.charCodeAt(exact.length - 1)) === WORD;
  }

  /** Where a candidate stands; one that was edited at its end is widened to whole words there. */
  placeOf({ from, to, fit, likeness }: Candidate): Place {
    const { start, end } = this.place({ from, to });
    if (likeness === 1) return { start, end };
    return {
      start: this.#opens && fit.before < MARGIN ? this.#wordEdge(start, -1) : start,
      end: this.#closes && fit.after < MARGIN ? this.#wordEdge(end, 1) : end,
    };
  }

  #wordEdge(at: number, step: 1 | -1): number {
    let edge = at;
    const inside = (): boolean =>
      classOf(this.#text.charCodeAt(edge - 1)) === WORD && classOf(this.#text.charCodeAt(edge)) === WORD;
    while (edge > 0 && edge < this.#text.length && inside()) edge += step;
    return edge;
  }

  place({ from, to }: Gap): Place {
    const start = graphemeStart(this.#text, this.folded.start[from] ?? 0);
    const end = graphemeEnd(this.#text, this.folded.end[to - 1] ?? this.#text.length);
    // Spaces at the ends of a passage are folded away, and are part of it nevertheless.
    const lead = this.#exact.length - this.#exact.trimStart().length;
    const trail = this.#exact.length - this.#exact.trimEnd().length;
    let wider = start;
    while (wider > start - lead && isSpace(this.#text.charCodeAt(wider - 1))) wider -= 1;
    let behind = end;
    while (behind < end + trail && isSpace(this.#text.charCodeAt(behind))) behind += 1;
    return { start: wider, end: behind };
  }

  /** Whether the words at the ends of the passage are whole there (21 is not in 2021), but where the context says it is. */
  atWords({ from, to, fit, likeness }: Candidate): boolean {
    if (likeness < 1) return true;
    const before = (this.folded.start[from] ?? 0) - 1;
    const after = this.folded.end[to - 1] ?? this.#text.length;
    const loose = (share: number, most: number): boolean => share < Math.max(MARGIN, most - GLUED);
    return !(
      (this.#opens &&
        loose(fit.before, this.#full.before) &&
        before >= 0 &&
        classOf(this.#text.charCodeAt(before)) === WORD) ||
      (this.#closes &&
        loose(fit.after, this.#full.after) &&
        after < this.#text.length &&
        classOf(this.#text.charCodeAt(after)) === WORD)
    );
  }

  exactAt({ start, end }: Place): boolean {
    return end - start === this.#exact.length && this.#text.startsWith(this.#exact, start);
  }
}

class Judge {
  /** The very words, so many that they say something, stand at one place, and no other has all that stood beside them. */
  readonly #alone: boolean;

  constructor(
    private readonly list: readonly Candidate[],
    private readonly touching: readonly Gap[],
    private readonly full: { before: number; after: number },
    private readonly quote: string,
    private readonly offset: Offsets,
    private readonly recorded: number,
  ) {
    this.#alone =
      this.#distinct() &&
      list.filter((each) => each.likeness === 1).length === 1 &&
      !list.some((each) => each.likeness < 1 && this.#whole(each));
  }

  verdict(): Anchored {
    const ranked = [...this.list].sort((x, y) => this.#worth(y) - this.#worth(x) || x.from - y.from);
    const best = ranked[0];
    if (!best) return { state: 'orphan', reason: 'not-found' };
    const touchedHere = this.touching.some(
      ({ from }) => this.offset.place({ from, to: from + 1 }).start === this.recorded,
    );
    const lead = this.#whole(best) ? WHOLE_MARGIN : MARGIN;
    const rivals = ranked.filter(
      (other) => this.#worth(other) > this.#worth(best) - (this.#whole(other) ? MARGIN : lead),
    );
    if (touchedHere)
      return rivals.length === 1 && this.#distinct() && !this.#fits(best) ? this.#choice(rivals) : gone;
    const here = ranked.filter(
      (other) => this.#fits(other) && this.offset.place(other).start === this.recorded && this.#whole(other),
    );
    const twin = ranked.find((other) => other.likeness === 1 && this.#fits(other) && !this.#whole(other));
    if (best.likeness < 1 && twin) return this.#choice([best, twin]);
    const half = ranked.find((other) => other.likeness === 1 && this.#half(other));
    if (half && !this.#half(best)) return this.#choice([best, half]);
    const edited = best.likeness === 1 && ranked.find((other) => this.#mayBeOriginal(other, best));
    if (edited) return this.#choice([best, edited]);
    const exact = this.#alone && ranked.find((other) => other.likeness === 1);
    if (best.likeness < 1 && exact && !this.#whole(best)) return this.#choice([best, exact]);
    const [only] = here;
    if (
      only &&
      here.length === 1 &&
      rivals.every((other) => other === only || only.likeness === 1 || this.#whole(other))
    )
      return this.#found(only);
    if (rivals.length > 1) {
      const plausible = rivals.filter(
        (other) => this.#fits(other) || other.likeness === 1 || this.#speaksForItself(other),
      );
      return plausible.length === 0 ? gone : this.#choice(plausible);
    }
    const touched = this.touching.length > 0;
    if (this.#fits(best)) {
      if (touched && this.#nearer(best)) return this.#choice([best]);
      return this.#found(best);
    }
    if (best.likeness < 1)
      return this.#fitShare(best) >= MAYBE || this.#speaksForItself(best) ? this.#choice([best]) : gone;
    if (this.#lacksContext()) return this.#found(best);
    if (!this.#distinct()) return gone;
    return touched ? this.#choice([best]) : this.#found(best);
  }

  #worth({ fit, likeness }: Candidate): number {
    const edits = (1 - likeness) * Math.min(MOST_EDITED, Math.max(LEAST_EDITED, this.quote.length));
    return fit.before + fit.after - edits + (likeness === 1 && this.#alone ? ALONE : 0);
  }

  #fitShare({ fit }: Candidate): number {
    return (fit.before + fit.after) / Math.max(1, this.full.before + this.full.after);
  }

  #whole({ fit }: Candidate): boolean {
    return fit.before >= this.full.before && fit.after >= this.full.after;
  }

  readonly #lacksContext = (): boolean => this.full.before + this.full.after === 0;

  /** Of a target that says nothing of its surroundings: words that are nearly those of the quote are worth showing. */
  #speaksForItself({ likeness }: Candidate): boolean {
    return this.#lacksContext() && this.#distinct() && likeness >= ONE_SIDE_LIKENESS;
  }

  /** Whether all that stood on one side of the passage stands there. */
  #half({ fit }: Candidate): boolean {
    return (
      (this.full.before >= ONE_SIDE && fit.before >= this.full.before) ||
      (this.full.after >= ONE_SIDE && fit.after >= this.full.after)
    );
  }

  /** Whether a place that is nearly the passage has all that stood on the side where the very words lack it: they may be a copy. */
  #mayBeOriginal({ fit, likeness }: Candidate, copy: Candidate): boolean {
    if (likeness === 1 || likeness < ONE_SIDE_LIKENESS || this.quote.length < DISTINCT) return false;
    return (
      (this.full.before >= ONE_SIDE && fit.before >= this.full.before && copy.fit.before <= MARGIN) ||
      (this.full.after >= ONE_SIDE && fit.after >= this.full.after && copy.fit.after <= MARGIN)
    );
  }

  #fits(candidate: Candidate): boolean {
    const { fit, likeness } = candidate;
    const share = this.#fitShare(candidate);
    if (likeness === 1) {
      const enough = Math.max(ENOUGH, Math.min(MOST_ENOUGH, WHOLE_PHRASE - this.quote.length));
      return (
        fit.before + fit.after >= enough ||
        share >= ENOUGH_SHARE ||
        (fit.before >= MARGIN && fit.before >= this.full.before) ||
        (fit.after >= MARGIN && fit.after >= this.full.after)
      );
    }
    const firm = (share: number, most: number, kept: boolean): boolean =>
      share >= ONE_SIDE && share >= most && kept;
    const oneSide =
      likeness >= ONE_SIDE_LIKENESS &&
      this.quote.length >= ONE_SIDE_QUOTE &&
      (firm(fit.before, this.full.before, this.#keeps(candidate, 1)) ||
        firm(fit.after, this.full.after, this.#keeps(candidate, -1)));
    const bothSides =
      share >= ENOUGH_SHARE &&
      fit.before >= ENOUGH_BESIDE * this.full.before &&
      fit.after >= ENOUGH_BESIDE * this.full.after;
    return oneSide || bothSides;
  }

  /** Whether the quote's end is unedited on the side where the context is gone: a twin of its other half is not it. */
  #keeps({ from, to }: Candidate, side: 1 | -1): boolean {
    return side === 1
      ? this.offset.folded.text.endsWith(this.quote.slice(-FIRM_END), to)
      : this.offset.folded.text.startsWith(this.quote.slice(0, FIRM_END), from);
  }

  #distinct(): boolean {
    return this.quote.length + syllablesIn(this.quote) >= DISTINCT;
  }

  /** Whether the place where the old neighbours touch is nearer to the recorded one than the candidate. */
  #nearer(candidate: Candidate): boolean {
    const away = Math.abs(this.offset.place(candidate).start - this.recorded);
    return this.touching.some(
      ({ from }) => Math.abs(this.offset.place({ from, to: from + 1 }).start - this.recorded) < away,
    );
  }

  #found(candidate: Candidate): Anchored {
    const place = this.offset.placeOf(candidate);
    if (!this.offset.exactAt(place)) return { state: 'changed', ...place };
    const besides = Math.max(candidate.fit.before, candidate.fit.after);
    const stays =
      place.start === this.recorded || besides >= Math.min(MARGIN, this.full.before + this.full.after);
    return { state: stays ? 'exact' : 'moved', ...place };
  }

  #choice(list: readonly Candidate[]): Anchored {
    const places = list.slice(0, MAX_SHOWN).map((candidate) => this.offset.placeOf(candidate));
    return { state: 'ambiguous', candidates: places.sort((x, y) => x.start - y.start) };
  }
}

/** Characters that say as much as two of others. */
function syllablesIn(quote: string): number {
  let count = 0;
  for (let at = 0; at < quote.length; at += 1) if (classOf(quote.charCodeAt(at)) === SYLLABLE) count += 1;
  return count;
}

const gone: Anchored = { state: 'orphan', reason: 'not-found' };

import { type Block, byKey, lines, same, sentences } from './blocks';
import { alike, type Span, type TokenMatch, weightOf } from './common-words';
import { matchBlock } from './in-place';
import { nearBlocks } from './near-blocks';
import type { Tokens } from './tokens';

/** A block that was cut from one place and stands in another, with the words that survived the way. */
export interface Move {
  readonly a: Span;
  readonly b: Span;
  readonly matches: readonly TokenMatch[];
}

/** A block is lost, or new, when this share of its words is. */
const MOSTLY = 0.6;
/** How alike a moved and edited block must be, and how much more than any other. */
const ALIKE = 0.75;
const MARGIN = 0.1;
/** The same for the rest of a line of which the greater part moved. */
const STILL_ALIKE = 0.4;
/** Units of weight (four a letter): shorter sentences, or runs of words, stand in any text by chance. */
const MIN_SENTENCE = 32;
const MIN_NEAR = 60;
const MIN_RUN = 60;
const MIN_RUN_WORDS = 3;
/** The same for a run that is a whole line. */
const MIN_LINE = 40;
/** What may stand between two blocks that moved together, in units of weight. */
const MAX_BETWEEN = 1200;

/**
 * Finds lost words again, but only in text that is new: exact lines, then exact sentences, exact runs of words, and at last
 * blocks that are alike with a margin over the runner-up. Each new place is claimed once.
 * @param keptA which tokens of `a` still stand in their place (1)
 * @param keptB which tokens of `b` stood there before (1)
 */
export function findMoves(a: Tokens, keptA: Uint8Array, b: Tokens, keptB: Uint8Array): Move[] {
  const search = new MoveSearch(a, keptA.slice(), b, keptB.slice());
  search.exact(lines, 1);
  search.exact(sentences, MIN_SENTENCE);
  search.runs();
  search.near(lines);
  search.near(sentences);
  return search.joined();
}

class MoveSearch {
  readonly moves: Move[] = [];
  readonly #a: Tokens;
  readonly #b: Tokens;
  readonly #usedA: Uint8Array;
  readonly #usedB: Uint8Array;
  /** Taken by a move; what is merely kept by chance in a lost block does not bar it. */
  readonly #claimedA: Uint8Array;
  readonly #claimedB: Uint8Array;

  constructor(a: Tokens, usedA: Uint8Array, b: Tokens, usedB: Uint8Array) {
    this.#a = a;
    this.#b = b;
    this.#usedA = usedA;
    this.#usedB = usedB;
    this.#claimedA = new Uint8Array(usedA.length);
    this.#claimedB = new Uint8Array(usedB.length);
  }

  exact(blocksOf: (tokens: Tokens) => Block[], least: number): void {
    const lost = open(this.#a, blocksOf(this.#a), this.#usedA);
    const fresh = open(this.#b, blocksOf(this.#b), this.#usedB);
    const places = byKey(fresh);
    for (const [key, from] of byKey(lost)) {
      const to = places.get(key);
      // As many copies lost as new: they moved in their order. Otherwise nothing says which is which.
      if (!to || to.length !== from.length) continue;
      from.forEach((index, nth) => {
        const blockA = lost[index];
        const blockB = fresh[to[nth] ?? -1];
        if (blockA && blockB && weightOf(this.#a, blockA) >= least && same(this.#a, blockA, this.#b, blockB))
          this.#claim(blockA, blockB);
      });
    }
  }

  /** A lost run of words that stands whole in new text, or a new one that stood whole in lost text. */
  runs(): void {
    const lost = openRuns(this.#a, this.#usedA, MIN_RUN_WORDS, MIN_RUN);
    const fresh = openRuns(this.#b, this.#usedB, 1, MIN_LINE);
    const whole = open(this.#a, lines(this.#a), this.#usedA).filter(
      (line) => weightOf(this.#a, line) >= MIN_LINE,
    );
    const cut = [...whole, ...lost];
    for (const run of cut) {
      const place = only(this.#a, run, this.#b, fresh);
      if (place && only(this.#b, place, this.#a, cut)) this.#claimWithSigns(run, place);
    }
    const left = openRuns(this.#a, this.#usedA, MIN_RUN_WORDS, MIN_RUN);
    for (const run of openRuns(this.#b, this.#usedB, MIN_RUN_WORDS, MIN_RUN)) {
      const place = only(this.#b, run, this.#a, left);
      if (place && only(this.#a, place, this.#b, fresh)) this.#claimWithSigns(place, run);
    }
  }

  near(blocksOf: (tokens: Tokens) => Block[]): void {
    const big = (tokens: Tokens) => (block: Block) => weightOf(tokens, block) >= MIN_NEAR;
    const lost = open(this.#a, blocksOf(this.#a), this.#usedA).filter(big(this.#a));
    const fresh = open(this.#b, blocksOf(this.#b), this.#usedB).filter(big(this.#b));
    const pairs = nearBlocks(this.#a, lost, this.#b, fresh, ALIKE - MARGIN).sort(
      (x, y) => y.share - x.share || x.a - y.a || x.b - y.b,
    );
    const takenA = new Set<number>();
    const takenB = new Set<number>();
    for (const { a, b, share } of pairs) {
      if (share < ALIKE || takenA.has(a) || takenB.has(b)) continue;
      const rival = pairs.some(
        (other) =>
          (other.a === a) !== (other.b === b) &&
          !takenA.has(other.a) &&
          !takenB.has(other.b) &&
          other.share > share - MARGIN,
      );
      const blockA = lost[a];
      const blockB = fresh[b];
      if (rival || !blockA || !blockB) continue;
      takenA.add(a);
      takenB.add(b);
      this.#claim(blockA, blockB);
    }
  }

  #claim(a: Span, b: Span): void {
    if (
      this.#claimedA.subarray(a.from, a.to).includes(1) ||
      this.#claimedB.subarray(b.from, b.to).includes(1)
    )
      return;
    this.moves.push({ a, b, matches: matchBlock(this.#a, a, this.#b, b) });
    for (const taken of [this.#usedA, this.#claimedA]) taken.fill(1, a.from, a.to);
    for (const taken of [this.#usedB, this.#claimedB]) taken.fill(1, b.from, b.to);
  }

  /** A run is looked for without the signs at its ends; where they came along, they belong to it. */
  #claimWithSigns(a: Span, b: Span): void {
    const free = (atA: number, atB: number): boolean =>
      this.#usedA[atA] === 0 &&
      this.#usedB[atB] === 0 &&
      (this.#a.weight[atA] ?? 0) <= 1 &&
      this.#a.id[atA] === this.#b.id[atB];
    let before = 0;
    while (free(a.from - before - 1, b.from - before - 1)) before += 1;
    let after = 0;
    while (free(a.to + after, b.to + after)) after += 1;
    this.#claim({ from: a.from - before, to: a.to + after }, { from: b.from - before, to: b.to + after });
  }

  /** Blocks that moved side by side are one move, with what was edited between them. */
  joined(): Move[] {
    const whole: Move[] = [];
    for (const move of [...this.moves].sort((x, y) => x.a.from - y.a.from)) {
      const last = whole[whole.length - 1];
      const between = last && this.#between(last, move);
      if (last && between)
        whole[whole.length - 1] = {
          a: { from: last.a.from, to: move.a.to },
          b: { from: last.b.from, to: move.b.to },
          matches: [...last.matches, ...between, ...move.matches],
        };
      else whole.push(move);
    }
    const linesA = lines(this.#a);
    const linesB = lines(this.#b);
    return whole.map((move) => this.#widened(move, linesA, linesB));
  }

  /** What was edited at the ends of a moved line belongs to the move, too. */
  #widened(move: Move, linesA: readonly Block[], linesB: readonly Block[]): Move {
    const first = lineOf(linesA, move.a.from);
    const firstB = lineOf(linesB, move.b.from);
    const last = lineOf(linesA, move.a.to - 1);
    const lastB = lineOf(linesB, move.b.to - 1);
    const head =
      first &&
      firstB &&
      this.#edited({ from: first.from, to: move.a.from }, { from: firstB.from, to: move.b.from });
    const tail =
      last && lastB && this.#edited({ from: move.a.to, to: last.to }, { from: move.b.to, to: lastB.to });
    return {
      a: { from: head ? first.from : move.a.from, to: tail ? last.to : move.a.to },
      b: { from: head ? firstB.from : move.b.from, to: tail ? lastB.to : move.b.to },
      matches: [...(head ?? []), ...move.matches, ...(tail ?? [])],
    };
  }

  #edited(a: Span, b: Span): TokenMatch[] | undefined {
    if (a.from >= a.to || b.from >= b.to) return undefined;
    if (this.#usedA.subarray(a.from, a.to).includes(1) || this.#usedB.subarray(b.from, b.to).includes(1))
      return undefined;
    if (alike(this.#a, a, this.#b, b) < STILL_ALIKE) return undefined;
    for (const taken of [this.#usedA, this.#claimedA]) taken.fill(1, a.from, a.to);
    for (const taken of [this.#usedB, this.#claimedB]) taken.fill(1, b.from, b.to);
    return matchBlock(this.#a, a, this.#b, b);
  }

  /** What agrees between two moves that belong together; undefined: they do not. */
  #between(first: Move, second: Move): TokenMatch[] | undefined {
    const a = { from: first.a.to, to: second.a.from };
    const b = { from: first.b.to, to: second.b.from };
    if (b.from > b.to) return undefined;
    if (weightOf(this.#a, a) > MAX_BETWEEN || weightOf(this.#b, b) > MAX_BETWEEN) return undefined;
    if (this.#usedA.subarray(a.from, a.to).includes(1) || this.#usedB.subarray(b.from, b.to).includes(1))
      return undefined;
    return matchBlock(this.#a, a, this.#b, b);
  }
}

function lineOf(blocks: readonly Block[], token: number): Block | undefined {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.to ?? 0) > token) high = middle;
    else low = middle + 1;
  }
  return blocks[low];
}

/** The blocks of which most words are open. */
function open(tokens: Tokens, blocks: readonly Block[], used: Uint8Array): Block[] {
  return blocks.filter((block) => {
    let free = 0;
    for (let at = block.from; at < block.to; at += 1) if (!used[at]) free += tokens.weight[at] ?? 0;
    return free > 0 && free >= MOSTLY * weightOf(tokens, block);
  });
}

/** Unbroken runs of open words, signs at their ends left out. */
function openRuns(tokens: Tokens, used: Uint8Array, leastWords: number, least: number): Span[] {
  const runs: Span[] = [];
  for (let at = 0; at < tokens.count; at += 1) {
    if (used[at]) continue;
    let from = at;
    while (at < tokens.count && !used[at]) at += 1;
    let to = at;
    while (from < to && (tokens.weight[from] ?? 0) <= 1) from += 1;
    while (to > from && (tokens.weight[to - 1] ?? 0) <= 1) to -= 1;
    const words = tokens.weight.subarray(from, to).filter((weight) => weight > 1).length;
    if (words >= leastWords && weightOf(tokens, { from, to }) >= least) runs.push({ from, to });
  }
  return runs;
}

/** The only place where a run stands in the runs of another text. */
function only(of: Tokens, run: Span, text: Tokens, places: readonly Span[]): Span | undefined {
  const length = run.to - run.from;
  let found: Span | undefined;
  for (const place of places)
    for (let from = place.from; from + length <= place.to; from += 1) {
      const here = { from, to: from + length };
      if (text.id[from] !== of.id[run.from] || !same(of, run, text, here)) continue;
      if (found && found.from !== from) return undefined;
      found = here;
    }
  return found;
}

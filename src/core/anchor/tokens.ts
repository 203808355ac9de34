import {
  classOf,
  DASH,
  DOT,
  endsSpaced,
  endsUnspaced,
  JOINER,
  QUOTE,
  SIGN,
  SPACE,
  SURROGATE,
  SYLLABLE,
  silent,
  WORD,
} from './characters';

/**
 * A stretch of text as words and signs, spaces left out. `id` is equal for what reads the same: other quotation marks,
 * dashes, soft hyphens, forms of normalisation are no difference. One array a field, for texts have a hundred thousand.
 */
export interface Tokens {
  readonly text: string;
  readonly count: number;
  /** Offsets in `text`, UTF-16 code units. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly id: Int32Array;
  /** What a match is worth: letters and digits in full, signs next to nothing. */
  readonly weight: Int32Array;
  /** First token of each unit (sentence or line), and the number of tokens behind the last. */
  readonly unit: Int32Array;
  /** First unit of each line, and the number of units behind the last. */
  readonly line: Int32Array;
}

/** Gives equal tokens of several texts equal numbers. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();

  id(key: string): number {
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(key, id);
    return id;
  }

  get size(): number {
    return this.#ids.size;
  }
}

const SIGN_WEIGHT = 1;
const WORD_WEIGHT = 4;
const SYLLABLE_WEIGHT = 8;

/**
 * Reads `text` from `from` to `to` (UTF-16 code units) as tokens, parted into sentences and lines.
 * @param words shared by the texts that are to be compared
 */
export function tokenize(text: string, from: number, to: number, words: Vocabulary): Tokens {
  const start: number[] = [];
  const end: number[] = [];
  const id: number[] = [];
  const weight: number[] = [];
  const unit: number[] = [];
  const line: number[] = [];
  let at = from;
  let newLine = true;
  let spaced = true;
  /** Whether a sentence could end before the next token. */
  let closed = false;
  while (at < to) {
    const code = text.charCodeAt(at);
    const sort = classOf(code);
    if (sort === SPACE) {
      if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) newLine = true;
      spaced = true;
      at += 1;
      continue;
    }
    const tokenEnd = endOfToken(text, at, to, sort);
    if (newLine || (spaced && closed)) {
      if (newLine) line.push(unit.length);
      unit.push(id.length);
    }
    start.push(at);
    end.push(tokenEnd);
    id.push(words.id(keyOf(text, at, tokenEnd, sort)));
    weight.push(weightOfToken(sort, tokenEnd - at));
    closed =
      sort === DOT || endsSpaced(code) || endsUnspaced(code) || (closed && !spaced && closes(code, sort));
    newLine = false;
    spaced = endsUnspaced(code);
    at = tokenEnd;
  }
  unit.push(id.length);
  line.push(unit.length - 1);
  return {
    text,
    count: id.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    id: Int32Array.from(id),
    weight: Int32Array.from(weight),
    unit: Int32Array.from(unit),
    line: Int32Array.from(line),
  };
}

function weightOfToken(sort: number, length: number): number {
  if (sort === WORD) return length * WORD_WEIGHT;
  if (sort === SYLLABLE) return SYLLABLE_WEIGHT;
  return sort === SURROGATE ? WORD_WEIGHT : SIGN_WEIGHT;
}

const closes = (code: number, sort: number): boolean => sort === QUOTE || code === 0x29 || code === 0x5d;

function endOfToken(text: string, from: number, to: number, sort: number): number {
  let at = from + 1;
  if (sort === SURROGATE && at < to && classOf(text.charCodeAt(at)) === SURROGATE) at += 1;
  const repeats = sort === WORD || sort === DASH || sort === DOT;
  while (at < to) {
    const next = classOf(text.charCodeAt(at));
    if (next !== JOINER && !(repeats && next === sort)) break;
    at += 1;
  }
  return at;
}

function keyOf(text: string, from: number, to: number, sort: number): string {
  if (sort === QUOTE) return '"';
  if (sort === DASH) return '-';
  if (sort === DOT) return to - from > 1 || text.charCodeAt(from) === 0x2026 ? '...' : '.';
  const raw = text.slice(from, to);
  if (sort === SIGN && to - from === 1) return raw;
  return plain(raw).toLowerCase();
}

/** A word without what does not change it: soft hyphens out, marks composed. */
export function plain(word: string): string {
  for (let at = 0; at < word.length; at += 1) {
    if (classOf(word.charCodeAt(at)) !== JOINER) continue;
    return [...word]
      .filter((character) => !silent(character.charCodeAt(0)))
      .join('')
      .normalize('NFC');
  }
  return word;
}

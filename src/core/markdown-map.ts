import { decodeHTML } from 'entities';
import { firstIndex, firstNumber } from './first-index';
import type { Span } from './highlight';
import { readLeaves } from './markdown';
import { plainProse } from './plain-prose';
import { type TokenPlace, tokenPlaces } from './token-places';

/** A stretch of the plain text that is written in one go. */
interface Piece {
  /** In the plain text, as all offsets in UTF-16 code units. */
  readonly start: number;
  readonly length: number;
  /** Where each of its characters begins in the Markdown. */
  readonly begin: (index: number) => number;
  /** And where it ends, which need not be where the next one begins: that may stand behind the mark of a quotation. */
  readonly end: (index: number) => number;
}

/** Where the characters of a text's plain text stand in its Markdown, and the other way round. */
export class MarkdownMap {
  /** The plain text. */
  readonly text: string;
  readonly #pieces: readonly Piece[];
  /** In the order of the Markdown, which footnotes do not stand in. */
  readonly #written: readonly Piece[];

  readonly #length: number;

  /** @param length of the Markdown */
  constructor(text: string, pieces: readonly Piece[], length: number) {
    this.text = text;
    this.#length = length;
    this.#pieces = pieces.filter(({ length }) => length > 0);
    this.#written = [...this.#pieces].sort((a, b) => a.begin(0) - b.begin(0));
  }

  /**
   * Where a passage is written, from its first character to its last; marks between them are part of that.
   * @param span of the plain text, half-open
   * @returns offsets in the Markdown, half-open; null: no character of the passage is written
   */
  toMarkdown({ start, end }: Span): Span | null {
    const first = this.#pieces[lastWhere(this.#pieces, (piece) => piece.start <= start)];
    const from =
      first && start < first.start + first.length
        ? first
        : this.#pieces.find((piece) => piece.start >= start);
    const to = this.#pieces[lastWhere(this.#pieces, (piece) => piece.start < end)];
    if (!from || !to || from.start >= end) return null;
    const begin = from.begin(Math.max(0, start - from.start));
    const last = Math.min(this.#length, to.end(Math.min(to.length, end - to.start) - 1));
    return begin < last ? { start: begin, end: last } : null;
  }

  /** The place in the plain text of a place in the Markdown; marks belong to the words before them. */
  toPlain(offset: number): number {
    const at = lastWhere(this.#written, (piece) => piece.begin(0) <= offset);
    const piece = this.#written[at];
    if (!piece) return 0;
    return piece.start + firstNumber(piece.length, (index) => piece.end(index) > offset);
  }
}

/** The index of the last of ordered things for which something holds that holds for all before it; -1: for none. */
const lastWhere = <T>(ordered: readonly T[], holds: (each: T) => boolean): number =>
  firstIndex(ordered, (each) => !holds(each)) - 1;

/** Reads how a text's plain text (`plainText`) is written in its Markdown: through emphasis, links, lists, tables, code, footnotes and images. */
export function mapMarkdown(markdown: string): MarkdownMap {
  const prose = plainProse(markdown);
  if (prose !== null) return new MarkdownMap(prose, proseOf(markdown), markdown.length);
  const { text, tokens, leaves } = readLeaves(markdown);
  const places = tokenPlaces(tokens, markdown);
  return new MarkdownMap(
    text,
    leaves.flatMap(({ token, start, text: words }) => {
      const place = places.get(token);
      return place ? [{ start, length: words.length, ...placesIn(words, place, token.type) }] : [];
    }),
    markdown.length,
  );
}

/** The lines of nothing but prose: between them stands one character, be it a space or a line feed. */
function proseOf(markdown: string): Piece[] {
  const pieces: Piece[] = [];
  let [at, start] = [0, 0];
  for (const line of markdown.split('\n')) {
    const begin = at;
    if (line !== '') {
      pieces.push({
        start,
        length: line.length,
        begin: (index) => begin + index,
        end: (index) => begin + index + 1,
      });
      start += line.length + 1;
    }
    at += line.length + 1;
  }
  return pieces;
}

/** Where each character of a piece of plain text stands in the Markdown that it was read from. */
function placesIn(
  text: string,
  { written, at, raw }: TokenPlace,
  type: string,
): Pick<Piece, 'begin' | 'end'> {
  const isAsWritten = raw.length === text.length && !raw.includes('&');
  const { begins, ends } = isAsWritten ? { begins: null, ends: null } : pair(text, raw, type);
  return {
    begin: (index) => written.placeOf(at + (begins?.[index] ?? index)),
    end: (index) => written.placeOf(at + (ends ? (ends[index] ?? raw.length) : index + 1) - 1) + 1,
  };
}

const REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{0,40});?/iy;

interface Pairs {
  readonly begins: number[];
  readonly ends: number[];
}

/**
 * Where each character of a text stands in what it was read from: an escape, a character reference, spaces that became one.
 * @param type of the token; it tells what became of its characters
 */
function pair(text: string, raw: string, type: string): Pairs {
  // A line's end may be written as anything.
  if (text === '\n') return { begins: [0], ends: [raw.length] };
  const isDecoded = type === 'text' || type === 'image';
  const begins: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (begins.length < text.length) {
    const index = begins.length;
    if (type === 'html') at = behindComments(raw, at);
    REFERENCE.lastIndex = at;
    const reference = isDecoded ? REFERENCE.exec(raw)?.[0] : undefined;
    const meant = reference === undefined ? '' : decodeHTML(reference);
    if (reference !== undefined && meant !== reference && text.startsWith(meant, index)) {
      for (let part = 0; part < meant.length; part += 1) {
        begins.push(at);
        ends.push(at + reference.length);
      }
      at += reference.length;
      continue;
    }
    const found = nextOf(text.charAt(index), raw, at);
    const place = Math.min(found < 0 ? at : found, Math.max(0, raw.length - 1));
    begins.push(place);
    ends.push(Math.min(raw.length, place + 1));
    if (found >= 0) at = found + 1;
  }
  return { begins, ends };
}

/** Comments of HTML are no part of the plain text. */
function behindComments(raw: string, from: number): number {
  let at = from;
  while (raw.startsWith('<!--', at)) {
    const end = raw.indexOf('-->', at);
    at = end < 0 ? raw.length : end + 3;
    // Of the spaces on its either side one is left.
    while (at > from && /\s/.test(raw.charAt(at)) && (from === 0 || /\s/.test(raw.charAt(from - 1)))) at += 1;
  }
  return at;
}

/** Where a character is written next; a space may be any white space. */
function nextOf(character: string, raw: string, from: number): number {
  if (character !== ' ') return raw.indexOf(character, from);
  const found = raw.slice(from).search(/\s/);
  return found < 0 ? -1 : from + found;
}

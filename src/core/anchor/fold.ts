import { classOf, DASH, JOINER, QUOTE, SPACE, silent } from './characters';

/**
 * A text in the form that quotes are compared in: no spaces, no soft hyphens, one sort of quotation mark and of dash, marks
 * composed. A re-import that differs in typography alone folds to the same.
 */
export interface Folded {
  readonly text: string;
  /** For each unit of the folded text, where what it stands for begins and ends in the original; UTF-16 code units. */
  readonly start: Int32Array;
  readonly end: Int32Array;
}

const CHUNK = 8192;

/** Folds a text. */
export function fold(text: string): Folded {
  const units = new FoldedUnits(text.length);
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const sort = classOf(code);
    let end = at + 1;
    if (sort === SPACE || (sort === JOINER && silent(code))) {
      at = end;
      continue;
    }
    if (sort === DASH) {
      while (end < text.length && classOf(text.charCodeAt(end)) === DASH) end += 1;
      units.add(0x2d, at, end);
    } else if (sort === QUOTE) units.add(0x22, at, end);
    else if (code === 0x2026) for (let dot = 0; dot < 3; dot += 1) units.add(0x2e, at, end);
    else {
      while (end < text.length && classOf(text.charCodeAt(end)) === JOINER && !silent(text.charCodeAt(end)))
        end += 1;
      if (end === at + 1) units.add(code, at, end);
      else {
        const composed = text.slice(at, end).normalize('NFC');
        for (let unit = 0; unit < composed.length; unit += 1) units.add(composed.charCodeAt(unit), at, end);
      }
    }
    at = end;
  }
  return units.folded();
}

/** A folded text without capitals, unit by unit; a letter whose small form is longer stays, and both small sigmas are one. */
export function small(folded: string): string {
  const lower = folded.toLowerCase().replaceAll('ς', 'σ');
  if (lower.length === folded.length) return lower;
  return Array.from({ length: folded.length }, (_, at) => {
    const one = folded.charAt(at).toLowerCase();
    return one.length === 1 ? one : folded.charAt(at);
  }).join('');
}

class FoldedUnits {
  #codes: Uint16Array;
  #start: Int32Array;
  #end: Int32Array;
  #length = 0;

  constructor(size: number) {
    this.#codes = new Uint16Array(size);
    this.#start = new Int32Array(size);
    this.#end = new Int32Array(size);
  }

  add(code: number, start: number, end: number): void {
    if (this.#length === this.#codes.length) this.#grow();
    this.#codes[this.#length] = code;
    this.#start[this.#length] = start;
    this.#end[this.#length] = end;
    this.#length += 1;
  }

  folded(): Folded {
    const parts: string[] = [];
    for (let from = 0; from < this.#length; from += CHUNK)
      parts.push(String.fromCharCode(...this.#codes.subarray(from, Math.min(from + CHUNK, this.#length))));
    return {
      text: parts.join(''),
      start: this.#start.subarray(0, this.#length),
      end: this.#end.subarray(0, this.#length),
    };
  }

  /** An ellipsis takes more room than it had. */
  #grow(): void {
    const size = this.#codes.length * 2 + 16;
    const wider = <T extends Uint16Array | Int32Array>(from: T, to: T): T => {
      to.set(from);
      return to;
    };
    this.#codes = wider(this.#codes, new Uint16Array(size));
    this.#start = wider(this.#start, new Int32Array(size));
    this.#end = wider(this.#end, new Int32Array(size));
  }
}

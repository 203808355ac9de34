import { firstIndex } from '../first-index';
import { byKey, sentences } from './blocks';
import type { Tokens } from './tokens';

/** Where a text can be cut so that no line is parted from a sentence of its own that stands elsewhere, too. */
export class Cuts {
  readonly #tokens: Tokens;
  /** Which units (sentences) have no twin (1); reading them all costs, and few cuts need it. */
  #single: Uint8Array | undefined;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
  }

  /** Whether what stands before a token can be taken for itself. */
  before(token: number): boolean {
    return this.#clear(token, (line, unit) => [line, unit]);
  }

  /** Whether what stands from a token on can be taken for itself. */
  behind(token: number): boolean {
    return this.#clear(token, (_, unit, next) => [unit, next]);
  }

  /** @param beside of the first unit of a line, the one that begins with the token, and the first of the next line: what to ask */
  #clear(token: number, beside: (line: number, unit: number, next: number) => [number, number]): boolean {
    const { unit, line } = this.#tokens;
    const nth = indexIn(unit, token);
    if (unit[nth] !== token) return false;
    const own = indexIn(line, nth);
    if (line[own] === nth) return true;
    this.#single ??= singles(this.#tokens);
    const [from, to] = beside(line[own] ?? nth, nth, line[own + 1] ?? nth);
    return !this.#single.subarray(from, to).includes(0);
  }
}

/** The last index whose value is not above `value`, in a rising list. */
const indexIn = (list: Int32Array, value: number): number => firstIndex(list, (each) => each > value) - 1;

function singles(tokens: Tokens): Uint8Array {
  const blocks = sentences(tokens);
  const single = new Uint8Array(blocks.length);
  for (const [, [unit = 0, ...twins]] of byKey(blocks)) if (twins.length === 0) single[unit] = 1;
  return single;
}

import { type Decimal, decimal } from './decimal';
import { matchAt } from './spaces';

/** Which sign parts the whole from its fraction where a text leaves it open (1,500). */
export type DecimalMark = 'point' | 'comma';

/** A number that was read in digits. */
export interface NumberReading {
  readonly end: number;
  readonly amount: Decimal;
  /** Only digits: no groups, no fraction. */
  readonly bare: boolean;
}

/** More digits than any figure has. */
const MOST_DIGITS = 30;

const SPACED = /(\d{1,3}(?:[ \u00a0\u2002-\u200a\u202f'’]\d{3})+)(?:[.,](\d+))?(?!\d)/uy;
const RUN = /\d+(?:[.,]\d+)*/uy;
const GROUPED_BY_COMMA = /^(\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const GROUPED_BY_POINT = /^(\d{1,3}(?:\.\d{3})+)(?:,(\d+))?$/;
const PLAIN = /^(\d+)(?:([.,])(\d+))?$/;

/**
 * Reads a number in digits.
 * @param at where its first digit stands
 * @param mark decides what can be read in two ways: one comma or point with three digits after it
 * @returns null where the signs are no number: `1.2.3`, `5,10,15`
 */
export function readNumber(text: string, at: number, mark: () => DecimalMark): NumberReading | null {
  const spaced = matchAt(SPACED, text, at);
  if (spaced && !/^0/.test(spaced[0]) && spaced[0].length < MOST_DIGITS * 2) {
    // The same sign throughout, and nothing behind that makes it another thing (1 000,5,3).
    const [all, groups = '', fraction = ''] = spaced;
    const end = at + all.length;
    if (!/^[.,]\d/.test(text.slice(end, end + 2)))
      return { end, amount: decimal(groups.replace(/\D/g, ''), fraction), bare: false };
  }
  const run = matchAt(RUN, text, at)?.[0] ?? '';
  if (run === '' || run.length > MOST_DIGITS) return null;
  const end = at + run.length;
  const parts = numberParts(run, mark);
  return parts && { end, amount: decimal(parts.whole, parts.fraction), bare: /^\d+$/.test(run) };
}

function numberParts(run: string, mark: () => DecimalMark): { whole: string; fraction: string } | null {
  const plain = PLAIN.exec(run);
  if (plain && !isOpen(run)) return { whole: plain[1] ?? '', fraction: plain[3] ?? '' };
  const grouped = run.startsWith('0') ? null : (GROUPED_BY_COMMA.exec(run) ?? GROUPED_BY_POINT.exec(run));
  if (grouped && !plain) return { whole: (grouped[1] ?? '').replace(/\D/g, ''), fraction: grouped[2] ?? '' };
  if (!plain) return null;
  const isFraction = plain[2] === (mark() === 'point' ? '.' : ',');
  const [whole = '', fraction = ''] = [plain[1], plain[3]];
  return isFraction ? { whole, fraction } : { whole: whole + fraction, fraction: '' };
}

/** One sign and three digits after it may be a group or a fraction; after a zero only a fraction. */
const isOpen = (run: string): boolean => /^[1-9]\d{0,2}[.,]\d{3}$/.test(run);

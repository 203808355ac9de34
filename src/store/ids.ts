import { randomBytes } from 'node:crypto';

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * A source of new ids: 20 characters, nine of the time in ms, three of a counter within it, eight of chance. Later ones sort
 * after earlier ones, also when the clock is set back.
 * @param clock epoch, in ms
 */
export function createIds(clock: () => number = Date.now): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const now = clock();
    counter = now > last ? 0 : counter + 1;
    last = Math.max(now, last);
    if (counter >= 36 ** 3) {
      last += 1;
      counter = 0;
    }
    return last.toString(36).padStart(9, '0') + counter.toString(36).padStart(3, '0') + chance(8);
  };
}

function chance(length: number): string {
  // 252 is the largest multiple of 36 in a byte: above it some digits would come more often.
  let digits = '';
  while (digits.length < length) {
    for (const byte of randomBytes(length * 2)) {
      if (byte < 252 && digits.length < length) digits += DIGITS[byte % 36] ?? '';
    }
  }
  return digits;
}

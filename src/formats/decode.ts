import { fail, ok, type Result, type Warning } from '../core/result';

export interface Decoded {
  readonly text: string;
  readonly warnings: readonly Warning[];
}

/** Beginnings of files that are not text, though parts of them look like it. */
const NOT_TEXT = [
  '%PDF-',
  'PK\u0003\u0004',
  '{\\rtf',
  '\u0089PNG',
  'GIF8',
  '\u00ff\u00d8\u00ff',
  '\u00d0\u00cf\u0011\u00e0',
];

/** How much of a file is looked at to tell its encoding, in bytes. */
const SAMPLE = 200_000;

/**
 * Turns the bytes of a text file into text: UTF-8, UTF-16 and UTF-32 with or without a mark, else what a file in Cyrillic or Latin
 * letters most likely is, with a warning.
 * @param name of the file, for the failure
 * @returns `file-empty`, `file-binary`
 */
export function decodeText(bytes: Uint8Array, name: string): Result<Decoded> {
  const decoded = decode(bytes);
  if (!decoded) return fail('file-binary', { file: name });
  const text = decoded.text.replace(/^\ufeff/, '');
  if (text.trim() === '') return fail('file-empty', { file: name });
  const control = text.match(CONTROL)?.length ?? 0;
  if (text.includes('\0') || control * 100 > text.length) return fail('file-binary', { file: name });
  return ok({ text, warnings: decoded.warnings });
}

/** Text without control characters but those that part lines and columns. */
export const withoutControls = (text: string): string => text.replace(CONTROL, '');

/** C1 is not among them: one-byte encodings have letters there, and U+0085 is a line end. */
const CONTROL = /[^\P{Cc}\t\n\v\f\r\u0080-\u009f]/gu;

function decode(bytes: Uint8Array): Decoded | null {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  if (NOT_TEXT.some((beginning) => head.startsWith(beginning))) return null;
  const unicode = markedEncoding(bytes) ?? patternedEncoding(bytes.subarray(0, SAMPLE - (SAMPLE % 4)));
  if (unicode) return { text: decodeWide(bytes, unicode).toWellFormed(), warnings: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), warnings: [] };
  } catch {
    return guessed(bytes);
  }
}

type Wide = 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be';

function markedEncoding(bytes: Uint8Array): Wide | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0 && b === 0 && c === 0xfe && d === 0xff ? 'utf-32be' : null;
}

/**
 * Without a mark, the high bytes of letters tell: in text they are 0 (Latin) or 4 (Cyrillic) nearly always, and stand at every
 * second or fourth place.
 */
function patternedEncoding(sample: Uint8Array): Wide | null {
  if (sample.length < 8 || !(sample.includes(0) || sample.includes(4))) return null;
  const high = [0, 0, 0, 0];
  const zero = [0, 0, 0, 0];
  for (const [index, byte] of sample.entries()) {
    const place = index % 4;
    if (byte === 0 || byte === 4) high[place] = (high[place] ?? 0) + 1;
    if (byte === 0) zero[place] = (zero[place] ?? 0) + 1;
  }
  const quarter = sample.length / 4;
  const share = (counts: number[], place: number): number => (counts[place] ?? 0) / quarter;
  if (share(zero, 2) > 0.9 && share(zero, 3) > 0.9 && share(high, 1) > 0.6) return 'utf-32le';
  if (share(zero, 0) > 0.9 && share(zero, 1) > 0.9 && share(high, 2) > 0.6) return 'utf-32be';
  const even = (share(high, 0) + share(high, 2)) / 2;
  const odd = (share(high, 1) + share(high, 3)) / 2;
  if (odd > 0.7 && even < 0.2) return 'utf-16le';
  if (even > 0.7 && odd < 0.2) return 'utf-16be';
  return null;
}

function decodeWide(bytes: Uint8Array, encoding: Wide): string {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new TextDecoder(encoding).decode(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, encoding === 'utf-32le');
    parts.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return parts.join('');
}

/** Encodings of one byte a letter that files of the region come in, by the names that people know them by. */
const ONE_BYTE = [
  ['windows-1251', 'Windows-1251'],
  ['koi8-r', 'KOI8-R'],
  ['ibm866', 'DOS 866'],
  ['windows-1252', 'Windows-1252'],
] as const;

function guessed(bytes: Uint8Array): Decoded {
  const damaged = damagedUtf8(bytes);
  if (damaged) return damaged;
  const sample = bytes.subarray(0, SAMPLE);
  let best: { encoding: string; name: string; score: number } | null = null;
  for (const [encoding, name] of ONE_BYTE) {
    const score = plausibility(new TextDecoder(encoding).decode(sample));
    if (!best || score > best.score) best = { encoding, name, score };
  }
  const { encoding, name } = best ?? { encoding: 'windows-1252', name: 'Windows-1252' };
  return {
    text: new TextDecoder(encoding).decode(bytes),
    warnings: [{ code: 'encoding-guessed', details: { encoding: name } }],
  };
}

/** UTF-8 in which a few bytes are wrong is still UTF-8: read as another encoding all of it would be gibberish. */
function damagedUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder().decode(bytes);
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  if (whole < lost * 5) return null;
  return {
    text,
    warnings: [{ code: 'encoding-guessed', details: { context: 'damaged', encoding: 'UTF-8', count: lost } }],
  };
}

/** The commonest letters of Russian and Belarusian, most frequent first. */
const COMMON = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіў';

/**
 * How much a text looks like one, by the letters beyond ASCII: common letters in lower case count for it; capitals inside words,
 * signs and boxes between letters, and single foreign letters in Latin words (for Cyrillic) or rows of them (for Latin) against it.
 */
function plausibility(text: string): number {
  let score = 0;
  let before = ' ';
  let beforeThat = ' ';
  for (const character of text) {
    score += weight(character, before, beforeThat);
    beforeThat = before;
    before = character;
  }
  return score;
}

function weight(character: string, before: string, beforeThat: string): number {
  if (character <= '\x7f') return isCyrillic(before) && isLatin(character) ? -3 : 0;
  if (/[“”‘’„«»–—…№\u00a0©®°§€]/.test(character)) return 0.3;
  if (isCyrillic(character)) {
    if (isLatin(before)) return -3;
    const lower = character.toLowerCase();
    const isCapital = character !== lower;
    if (isCapital && /\p{Ll}/u.test(before)) return -4;
    const rank = COMMON.indexOf(lower);
    return rank < 0 ? -2 : (1.5 - rank / 20) * (isCapital ? 0.5 : 1);
  }
  if (isLatin(character)) {
    if (isLatin(before) && before > '\x7f' && beforeThat > '\x7f') return -3;
    return isLatin(before) && before <= '\x7f' ? 1 : -0.2;
  }
  return -3;
}

const isCyrillic = (character: string): boolean => /\p{Script=Cyrillic}/u.test(character);
const isLatin = (character: string): boolean => /\p{Script=Latin}/u.test(character);

const encoder = new TextEncoder();

/** Bytes of words in one encoded word: with its frame it has at most 75 characters (RFC 2047), and the lines stay below 78. */
const WORD_BYTES = 42;
/** Characters of a parameter's value on one line. */
const PARAMETER_LENGTH = 50;

/** Header fields are one line: a line end in one would begin another. */
const inOneLine = (words: string): string =>
  words
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();

const PLAIN = /^[\x20-\x7e]*$/;

/**
 * A field of words that a person reads, `Subject: …`, folded; encoded (RFC 2047) where it is not plain ASCII, or too long for a line.
 * @returns without a line end
 */
export function wordsField(name: string, words: string): string {
  const line = inOneLine(words);
  if (PLAIN.test(line) && !line.includes('=?') && name.length + line.length < 76) return `${name}: ${line}`;
  return `${name}: ${encodedWords(line).join('\r\n ')}`;
}

/** Encoded words of UTF-8 in base64, none of which cuts a character. */
function encodedWords(words: string): string[] {
  return pieces(words, WORD_BYTES, (character) => encoder.encode(character).length).map(
    (piece) => `=?UTF-8?B?${Buffer.from(piece, 'utf8').toString('base64')}?=`,
  );
}

/**
 * Parameters that name a file, one on each line: encoded and numbered after RFC 2231 where the name is not plain ASCII or too long.
 * @param parameter `filename` or `name`
 */
export function fileParameters(parameter: string, file: string): string {
  const name = inOneLine(file);
  if (PLAIN.test(name) && !/["\\]/.test(name) && name.length <= PARAMETER_LENGTH)
    return ` ${parameter}="${name}"`;
  const values = pieces([...name].map(percentEncoded), PARAMETER_LENGTH, (part) => part.length);
  const [only, ...more] = values;
  if (more.length === 0) return ` ${parameter}*=UTF-8''${only ?? ''}`;
  return values
    .map((value, index) => ` ${parameter}*${index}*=${index === 0 ? "UTF-8''" : ''}${value}`)
    .join(';\r\n');
}

/** The characters that RFC 2231 lets stand as they are. */
const STANDS = /^[A-Za-z0-9!#$&+.^_`{}~|-]$/;

const percentEncoded = (character: string): string =>
  STANDS.test(character)
    ? character
    : [...encoder.encode(character)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
        .join('');

/** Joins parts to pieces of at most so much, one part at least in each. */
function pieces(parts: Iterable<string>, most: number, sizeOf: (part: string) => number): string[] {
  const made: string[] = [];
  let [piece, size] = ['', 0];
  for (const part of parts) {
    const more = sizeOf(part);
    if (piece !== '' && size + more > most) {
      made.push(piece);
      [piece, size] = ['', 0];
    }
    piece += part;
    size += more;
  }
  return [...made, piece];
}

/** Base64 in lines of 76 characters (RFC 2045). */
export const base64Lines = (bytes: Uint8Array): string =>
  (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\r\n');

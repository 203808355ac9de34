/** Names that Windows keeps for devices, with any extension. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
/** Longest name without its extension, in bytes of UTF-8: file systems allow 255 with it. */
const MAX_BYTES = 180;

/**
 * A file name that every common file system takes, from a note's title.
 * @param extension without the dot
 */
export function fileNameFor(title: string, extension: string): string {
  const clean = title
    .toWellFormed()
    // Not allowed on Windows, or not visible: control characters, and marks that turn the direction of reading.
    .replace(/[\\/:*?"<>|\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  const short = cutToBytes(clean, MAX_BYTES).replace(/^[.\s]+|[.\s]+$/g, '');
  const name = short === '' || RESERVED.test(short) ? `note ${short}`.trim() : short;
  return `${name}.${extension}`;
}

function cutToBytes(text: string, most: number): string {
  const encoder = new TextEncoder();
  let [bytes, kept] = [0, ''];
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > most) return kept;
    kept += character;
  }
  return text;
}

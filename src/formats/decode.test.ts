import { describe, expect, it } from 'vitest';
import { decodeText } from './decode';

const RUSSIAN =
  'МИНСК, 30 января. /Корр. БЕЛТА/. Товарооборот Беларуси и Вологодской области вырос на 8 процентов. «Мы договорились расширить сотрудничество», – сказал председатель концерна.';
const ENGLISH = 'Trade and economic cooperation is vibrant. “We have agreed to expand it,” he said.';
const GERMAN =
  'Die Ausfuhr ist um 8 % gestiegen, größer als im Vorjahr, erklärte der Minister für Außenhandel.';

/** Bytes of a text in an encoding of one byte a letter. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from([...text].map((letter) => bytes.get(letter) ?? 0x3f));
}
function wide(text: string, bytes: 2 | 4, littleEndian: boolean, mark: boolean): Uint8Array {
  const codes = [...(mark ? `\ufeff${text}` : text)].map((letter) => letter.codePointAt(0) ?? 0);
  const view = new DataView(new ArrayBuffer(codes.length * bytes));
  codes.forEach((code, index) => {
    if (bytes === 2) view.setUint16(index * 2, code, littleEndian);
    else view.setUint32(index * 4, code, littleEndian);
  });
  return new Uint8Array(view.buffer);
}
const read = (bytes: Uint8Array) => {
  const decoded = decodeText(bytes, 'file.txt');
  return decoded.ok ? decoded.value : decoded.error.code;
};

describe('text in Unicode is read without a warning', () => {
  it('as UTF-8, with a mark or without', () => {
    const bytes = new TextEncoder().encode(RUSSIAN);
    expect(read(bytes)).toEqual({ text: RUSSIAN, warnings: [] });
    expect(read(Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes))).toEqual({ text: RUSSIAN, warnings: [] });
  });

  const forms = [2, 4].flatMap((bytes) =>
    [true, false].flatMap((littleEndian) =>
      [true, false].map(
        (mark) => [bytes * 8, littleEndian ? 'LE' : 'BE', mark, bytes, littleEndian] as const,
      ),
    ),
  );
  it.each(forms)('as UTF-%i%s, mark: %s', (_bits, _order, mark, bytes, littleEndian) => {
    for (const text of [RUSSIAN, ENGLISH]) {
      expect(read(wide(text, bytes as 2 | 4, littleEndian, mark))).toEqual({ text, warnings: [] });
    }
  });
});

describe('text of older encodings is read with a warning', () => {
  it.each([
    ['windows-1251', 'Windows-1251', RUSSIAN],
    ['koi8-r', 'KOI8-R', RUSSIAN.replace(/[«»–]/g, '-')],
    ['ibm866', 'DOS 866', RUSSIAN.replace(/[«»–]/g, '-')],
    ['windows-1252', 'Windows-1252', GERMAN],
    ['windows-1251', 'Windows-1251', 'Па-беларуску: тавараабарот вырас, паведаміў старшыня ўчора ў Мінску.'],
    ['windows-1251', 'Windows-1251', 'ТОВАРООБОРОТ ВЫРОС. Рост 8%.'],
  ])('%s', (encoding, name, text) => {
    expect(read(encode(text, encoding))).toEqual({
      text,
      warnings: [{ code: 'encoding-guessed', details: { encoding: name } }],
    });
  });

  it('and UTF-8 with a damaged place stays UTF-8', () => {
    const bytes = new TextEncoder().encode(RUSSIAN);
    bytes[200] = 0xff;
    const decoded = read(bytes);
    expect(decoded).toMatchObject({ warnings: [{ details: { context: 'damaged', encoding: 'UTF-8' } }] });
    expect(typeof decoded === 'object' && decoded.text.slice(0, 90)).toBe(RUSSIAN.slice(0, 90));
  });
});

describe('what is no text is refused', () => {
  it.each([
    ['an empty file', new Uint8Array(), 'file-empty'],
    ['white space', new TextEncoder().encode(' \n\t\r\n'), 'file-empty'],
    ['a mark alone', Uint8Array.of(0xef, 0xbb, 0xbf), 'file-empty'],
    ['a PDF', new TextEncoder().encode('%PDF-1.7\nwords'), 'file-binary'],
    ['a zip file', Uint8Array.of(0x50, 0x4b, 3, 4, 1, 2, 3, 4), 'file-binary'],
    ['an image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0), 'file-binary'],
    ['a NUL among words', new TextEncoder().encode('words\0words and many more of them'), 'file-binary'],
    [
      'bytes of chance',
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256),
      'file-binary',
    ],
  ])('%s', (_, bytes, code) => {
    expect(read(bytes)).toBe(code);
  });
});

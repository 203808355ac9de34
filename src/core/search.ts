import type { Note, NoteSummary } from './schema';

/** Letters and signs that Unicode does not take apart, as they are typed. */
const PLAIN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ı: 'i' },
    ...{ '’': "'", '‘': "'", ʼ: "'", '“': '"', '”': '"', '„': '"', '«': '"', '»': '"' },
    ...{ '–': '-', '—': '-', '‐': '-', '‑': '-', '\u00ad': '' },
  }),
);

/** Everything that may have to be replaced: Latin and Greek beyond ASCII, `ё`, marks that stand alone, the signs of `PLAIN`. */
const REPLACED = /[\u00a0-\u03ff\u0451\u1e00-\u1fff\u2010-\u201e]/g;
const replacements = new Map<string, string>();

/**
 * The form under which words are compared: without case, diacritics, kinds of quotation mark and dash. Letters of their own in
 * Cyrillic alphabets stay (`й`, `ў`, `ї`); `ё` is `е`, as people type it.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // Most of a library is ASCII, or Cyrillic with few signs: looked through once, without callbacks for its letters.
  if (!/[^\n -~]/.test(lower)) return lower;
  return withoutSigns(lower);
}

/** The same with capitals as they are. */
export const withoutSigns = (text: string): string => text.normalize('NFC').replace(REPLACED, replacement);

function replacement(sign: string): string {
  const known = replacements.get(sign);
  if (known !== undefined) return known;
  const plain = PLAIN.get(sign) ?? sign.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
  replacements.set(sign, plain);
  return plain;
}

/** The words of a query, folded. */
export const queryWords = (query: string): string[] => fold(query).trim().split(/\s+/).filter(Boolean);

/** What a note is searched by, folded: title, text, tags, comments, replies and source. */
export function searchedText(note: Note): string {
  const { source } = note;
  return fold(
    [
      note.title,
      ...note.tags,
      source.agency,
      source.place,
      source.date,
      source.author,
      source.address,
      source.dateline,
      ...note.annotations.flatMap(({ comment, who, by, replies }) => [
        withoutMarkup(comment),
        ...replies.map((reply) => withoutMarkup(reply.comment)),
        ...[who, by],
      ]),
      withoutMarkup(note.text),
    ]
      .filter(Boolean)
      .join('\n'),
  );
}

/** True if the folded text holds every word, at the beginning of a word or inside one. */
export const holdsAll = (folded: string, words: readonly string[]): boolean =>
  words.every((word) => folded.includes(word));

/** Order of the list: newest change first. */
export function byLastChange(
  a: Pick<NoteSummary, 'id' | 'updated'>,
  b: Pick<NoteSummary, 'id' | 'updated'>,
): number {
  if (a.updated !== b.updated) return a.updated < b.updated ? 1 : -1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? 1 : -1;
}

/**
 * The words of Markdown, near enough to find them: marks of emphasis and escapes would part a word. Reading the Markdown in full
 * takes fifty times as long, which counts with ten thousand notes.
 */
function withoutMarkup(markdown: string): string {
  if (!/[\\*_~`&]|\]\(|data:/.test(markdown)) return markdown;
  return markdown
    .replace(/\]\(data:[^)]*\)/g, ']')
    .replace(/&#(\d{2,6});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)))
    .replace(/\\(?=[!-/:-@[-`{-~])|\*+|~~|`/g, '')
    .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '');
}

import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { type Condition, dictIn, has, nameIn, type Subject } from './test-structure';

const fontsOf = ({ dictionaries }: Subject): PDFDict[] =>
  dictionaries.filter((dict) => nameIn(dict, 'Type') === 'Font');

/** Fonts of many characters, each with the font that it draws with. */
function composite(subject: Subject): { font: PDFDict; drawn: PDFDict }[] {
  return fontsOf(subject).flatMap((font) => {
    const drawn = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0, PDFDict);
    return drawn ? [{ font, drawn }] : [];
  });
}

function failing(subject: Subject, isWrong: (font: PDFDict, drawn: PDFDict) => boolean): string[] | null {
  const found = composite(subject);
  if (found.length === 0) return null;
  return found.filter(({ font, drawn }) => isWrong(font, drawn)).map(({ font }) => nameIn(font, 'BaseFont'));
}

const isIdentity = (font: PDFDict): boolean => /^Identity-[HV]$/.test(nameIn(font, 'Encoding'));
const isTrueType = (drawn: PDFDict): boolean => nameIn(drawn, 'Subtype') === 'CIDFontType2';

/** The Unicode values that a font's table gives, as UTF-16 in hexadecimal. */
function unicodesOf(font: PDFDict): string[] {
  const stream = font.lookup(PDFName.of('ToUnicode'));
  if (!(stream instanceof PDFRawStream)) return [];
  const table = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  const sections = [...table.matchAll(/beginbf(?:char|range)([\s\S]*?)endbf/g)].map(
    ([, section]) => section ?? '',
  );
  return sections.flatMap((section) =>
    [...section.matchAll(/<([\da-f]+)>\s*$/gim)].map(([, value]) => (value ?? '').toLowerCase()),
  );
}

const withUnicode = (subject: Subject, isWrong: (value: string) => boolean): string[] | null =>
  failing(subject, (font) => unicodesOf(font).some(isWrong));

const limited = (places: readonly string[]): string[] => [...new Set(places)];

/** About fonts and characters. */
export const FONT_CONDITIONS: readonly Condition[] = [
  {
    id: '10-001',
    what: 'a character has no place in Unicode',
    fails: ({ content }) => (content.characters === 0 ? null : limited(content.withoutUnicode)),
  },
  {
    id: '31-001',
    what: 'a font and its encoding name different registries of characters',
    fails: (subject) => failing(subject, (font) => !isIdentity(font)),
  },
  {
    id: '31-004',
    what: 'a TrueType font maps characters to glyphs by no table',
    fails: (subject) =>
      failing(subject, (_font, drawn) => {
        const map = drawn.lookup(PDFName.of('CIDToGIDMap'));
        return (
          isTrueType(drawn) && !(map instanceof PDFRawStream || nameIn(drawn, 'CIDToGIDMap') === 'Identity')
        );
      }),
  },
  {
    id: '31-005',
    what: 'a TrueType font does not say how characters become glyphs',
    fails: (subject) => failing(subject, (_font, drawn) => isTrueType(drawn) && !has(drawn, 'CIDToGIDMap')),
  },
  {
    id: '31-006',
    what: 'an encoding is neither known nor in the file',
    fails: (subject) =>
      failing(
        subject,
        (font) => !isIdentity(font) && !(font.lookup(PDFName.of('Encoding')) instanceof PDFRawStream),
      ),
  },
  {
    id: '31-009',
    what: 'a font is not in the file',
    fails: (subject) =>
      failing(subject, (_font, drawn) => {
        const described = dictIn(drawn, 'FontDescriptor');
        return !described || !['FontFile', 'FontFile2', 'FontFile3'].some((key) => has(described, key));
      }),
  },
  {
    id: '31-027',
    what: 'a font has no table of Unicode',
    fails: (subject) => failing(subject, (font) => !has(font, 'ToUnicode')),
  },
  {
    id: '31-028',
    what: 'a font’s table of Unicode has zeros',
    fails: (subject) => withUnicode(subject, (value) => /^0+$/.test(value)),
  },
  {
    id: '31-029',
    what: 'a font’s table of Unicode has marks of byte order',
    fails: (subject) => withUnicode(subject, (value) => value === 'feff' || value === 'fffe'),
  },
  {
    id: '31-030',
    what: 'a character has no glyph',
    fails: ({ content }) => (content.characters === 0 ? null : limited(content.withoutGlyph)),
  },
];

import type { IStylesOptions } from 'docx';
import type { Kind } from '../../core/vocabulary';
import { wordLanguage } from './language';

/** Fonts that Word and LibreOffice have, or a twin of the same widths. */
export const SERIF = 'Cambria';
const SANS = 'Calibri';
const MONO = 'Consolas';

export const INK = '211F1C';
export const SOFT = '5F5A52';
export const RULE = 'CFC8BB';
export const MARKING = 'A3301F';
const ACCENT = '1D5A6C';
const SHADE = 'F5F2EC';

/** Behind the words of a passage, by its kind. */
export const TINTS: Readonly<Record<Kind, string>> = {
  'key-fact': 'FBEEC4',
  question: 'DBE8F8',
  action: 'DBEFDD',
  risk: 'FBE0DA',
  remark: 'E9E1F6',
};

/** How far a list or a quotation stands in, in twentieths of a point. */
export const INDENT = 425;

/** Ids of styles that are Word's own: their names in Word are those of its language. */
export const STYLE = {
  quote: 'Quote',
  code: 'HTMLPreformatted',
  inlineCode: 'HTMLCode',
  list: 'ListParagraph',
  table: 'TableText',
  small: 'Small',
  eyebrow: 'Eyebrow',
  marking: 'Marking',
  caption: 'Caption',
  contents: 'TOCHeading',
  comment: 'CommentText',
  commentReference: 'CommentReference',
  footnote: 'FootnoteText',
} as const;

/** Levels of heading that contents can show. */
const CONTENTS_LEVELS = [1, 2, 3] as const;

const heading = (size: number, before: number) => ({
  run: { font: SANS, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 80 }, keepNext: true, keepLines: true },
});

/**
 * The styles of a document, in sizes of half a point.
 * @param language of its text, BCP 47
 * @param width of its text, in twentieths of a point
 * @param size of its text, in points
 */
export const stylesFor = (language: string, width: number, size = 11): IStylesOptions => ({
  default: {
    document: {
      run: { font: SERIF, size: 2 * size, color: INK, language: wordLanguage(language) },
      paragraph: { spacing: { after: 140, line: 290, lineRule: 'auto' } },
    },
    title: {
      run: { font: SERIF, size: 42, bold: true, color: INK },
      paragraph: { spacing: { before: 60, after: 160, line: 250, lineRule: 'auto' }, keepNext: true },
    },
    heading1: heading(28, 320),
    heading2: heading(25, 280),
    heading3: heading(23, 240),
    heading4: heading(22, 200),
    heading5: heading(22, 200),
    heading6: heading(22, 200),
    hyperlink: { run: { color: ACCENT, underline: { type: 'single', color: ACCENT } } },
    listParagraph: { paragraph: { spacing: { after: 140 } } },
    footnoteText: { run: { size: 18 }, paragraph: { spacing: { after: 60, line: 240, lineRule: 'auto' } } },
  },
  paragraphStyles: [
    {
      id: STYLE.quote,
      name: 'Quote',
      basedOn: 'Normal',
      quickFormat: true,
      run: { italics: true },
      paragraph: { indent: { left: INDENT, right: INDENT }, spacing: { after: 80 } },
    },
    {
      id: STYLE.code,
      name: 'HTML Preformatted',
      basedOn: 'Normal',
      run: { font: MONO, size: 19, noProof: true },
      paragraph: {
        spacing: { after: 140, line: 250, lineRule: 'auto' },
        shading: { type: 'clear', fill: SHADE, color: 'auto' },
      },
    },
    {
      id: STYLE.table,
      name: 'Table Text',
      basedOn: 'Normal',
      run: { font: SANS, size: 20 },
      paragraph: { spacing: { after: 0, line: 250, lineRule: 'auto' } },
    },
    {
      id: STYLE.small,
      name: 'Small',
      basedOn: 'Normal',
      run: { font: SANS, size: 17, color: SOFT },
      paragraph: { spacing: { after: 60, line: 240, lineRule: 'auto' } },
    },
    {
      id: STYLE.eyebrow,
      name: 'Eyebrow',
      basedOn: 'Normal',
      run: { font: SANS, size: 17, color: SOFT, allCaps: true, characterSpacing: 10 },
      paragraph: { spacing: { after: 0 }, keepNext: true },
    },
    {
      id: STYLE.marking,
      name: 'Marking',
      basedOn: 'Normal',
      run: { font: SANS, size: 19, bold: true, color: MARKING, characterSpacing: 12 },
      paragraph: { alignment: 'center', spacing: { after: 60, line: 240, lineRule: 'auto' } },
    },
    {
      id: STYLE.caption,
      name: 'caption',
      basedOn: 'Normal',
      run: { font: SANS, size: 18, color: SOFT },
      paragraph: { spacing: { after: 200 } },
    },
    {
      id: STYLE.contents,
      name: 'TOC Heading',
      basedOn: 'Normal',
      run: { font: SANS, size: 24, bold: true, color: ACCENT },
      paragraph: { spacing: { before: 240, after: 120 }, keepNext: true },
    },
    ...CONTENTS_LEVELS.map((level) => ({
      id: `TOC${level}`,
      name: `toc ${level}`,
      basedOn: 'Normal',
      run: { font: SANS, size: 20 },
      paragraph: {
        spacing: { after: 60, line: 240, lineRule: 'auto' as const },
        indent: { left: INDENT * (level - 1) },
        rightTabStop: width,
      },
    })),
    {
      id: STYLE.comment,
      name: 'annotation text',
      basedOn: 'Normal',
      run: { size: 20 },
      paragraph: { spacing: { after: 60, line: 240, lineRule: 'auto' } },
    },
  ],
  characterStyles: [
    { id: STYLE.inlineCode, name: 'HTML Code', run: { font: MONO, size: 20, noProof: true } },
    { id: STYLE.commentReference, name: 'annotation reference', run: { size: 16 } },
  ],
});

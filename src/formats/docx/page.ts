import {
  Footer,
  Header,
  type ISectionOptions,
  type ISectionPropertiesOptions,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Briefing } from '../../core/briefing';
import type { Paper } from '../../core/vocabulary';
import { wordLanguage } from './language';
import { words } from './runs';
import { RULE, STYLE } from './styles';

/** Papers and margins, in twentieths of a point. */
const PAPERS: Readonly<Record<Paper, { width: number; height: number }>> = {
  A4: { width: 11906, height: 16838 },
  Letter: { width: 12240, height: 15840 },
};
const SIDE = 1418;
const TOP = 1588;

type Sheet = Pick<Briefing, 'paper' | 'orientation' | 'tradition'>;

export const TWIPS_A_MILLIMETRE = 1440 / 25.4;

/** As the tradition asks for them, or the app's own. */
function marginsOf({ tradition }: Sheet): { left: number; right: number; top: number; bottom: number } {
  if (tradition.page === null) return { left: SIDE, right: SIDE, top: TOP, bottom: TOP };
  const { left, right, top, bottom } = tradition.page.margins;
  const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_A_MILLIMETRE);
  return { left: twips(left), right: twips(right), top: twips(top), bottom: twips(bottom) };
}

/** Width of the text. */
export function textWidth(sheet: Sheet): number {
  const { left, right } = marginsOf(sheet);
  return PAPERS[sheet.paper][sheet.orientation === 'landscape' ? 'height' : 'width'] - left - right;
}

/** The paper, and what stands at the head and the foot of every page: the marking, title and reference, tags and page numbers. */
export function pageOf(briefing: Briefing): Pick<ISectionOptions, 'properties' | 'headers' | 'footers'> {
  const width = textWidth(briefing);
  const rule = { style: 'single', size: 4, color: RULE, space: 4 } as const;
  const tabStops = [{ type: 'right', position: width } as const];
  const { place } = briefing.markingLook;
  const stamp = (): Paragraph[] => (briefing.marking === '' ? [] : [markingOf(briefing)]);
  const marking = (): Paragraph[] => (place === 'first-page' ? [] : stamp());
  const below = (): Paragraph[] => (place === 'centre' || place === 'right' ? stamp() : []);
  const title = briefing.title || (briefing.labels.untitled ?? '');
  const running = new Paragraph({
    style: STYLE.small,
    tabStops,
    border: { bottom: rule },
    children: [
      ...words(shortened(title)),
      new TextRun({ children: ['\t', briefing.notes[0]?.details.reference ?? ''] }),
    ],
  });
  const tags = briefing.parts.includes('tags')
    ? [...new Set(briefing.notes.flatMap((note) => note.tags))].join(' · ')
    : '';
  const foot = (): Paragraph =>
    new Paragraph({
      style: STYLE.small,
      tabStops,
      border: { top: rule },
      children: [
        ...words(shortened(tags)),
        new TextRun({ children: ['\t'] }),
        ...pageNumbers(briefing.labels),
      ],
    });
  const properties: ISectionPropertiesOptions = {
    titlePage: true,
    page: {
      size: { ...PAPERS[briefing.paper], orientation: briefing.orientation },
      margin: { ...marginsOf(briefing), header: 567, footer: 567 },
    },
  };
  const orBlank = (given: Paragraph[]): Paragraph[] =>
    given.length > 0 ? given : [new Paragraph({ style: STYLE.small })];
  if (briefing.tradition.page !== null) {
    // The number alone, in the middle above the text, from the second page.
    const number = new Paragraph({
      alignment: 'center',
      children: [new TextRun({ children: [PageNumber.CURRENT] })],
    });
    return {
      properties,
      headers: {
        first: new Header({ children: orBlank(stamp()) }),
        default: new Header({ children: [...marking(), number] }),
      },
      footers: {
        first: new Footer({ children: orBlank(below()) }),
        default: new Footer({ children: orBlank(below()) }),
      },
    };
  }
  return {
    properties,
    headers: {
      first: new Header({ children: orBlank(stamp()) }),
      default: new Header({ children: [...marking(), running] }),
    },
    footers: {
      first: new Footer({ children: [foot(), ...below()] }),
      default: new Footer({ children: [foot(), ...below()] }),
    },
  };
}

/** The marking as its authority has it. */
function markingOf({ marking, markingLook: { place, colour, onBlack, below } }: Briefing): Paragraph {
  const look = {
    color: colour,
    ...(onBlack && { shading: { type: 'clear', fill: '000000', color: 'auto' } as const }),
  };
  const lines = [marking.replace(/\s+/g, ' '), below].filter((line) => line !== '');
  return new Paragraph({
    style: STYLE.marking,
    ...(place !== 'centre' && { alignment: 'right' as const }),
    children: words(lines.join('\n'), look),
  });
}

/** `Page {page} of {pages}`, with the numbers that Word counts. */
function pageNumbers(labels: Briefing['labels']): TextRun[] {
  const language = wordLanguage(labels.language ?? 'en');
  return (labels['page-of'] ?? '{page}/{pages}').split(/(\{page\}|\{pages\})/).map((part) => {
    if (part === '{page}') return new TextRun({ children: [PageNumber.CURRENT] });
    if (part === '{pages}') return new TextRun({ children: [PageNumber.TOTAL_PAGES] });
    return new TextRun({ text: part, language });
  });
}

/** As much as stands in about one line beside what is at its end. */
const LONGEST_RUNNING = 90;
function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length <= LONGEST_RUNNING
    ? characters.join('')
    : `${characters.slice(0, LONGEST_RUNNING).join('').trimEnd()}…`;
}

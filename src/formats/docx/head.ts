import {
  AlignmentType,
  ExternalHyperlink,
  type FileChild,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Briefing, BriefingNote } from '../../core/briefing';
import { headRows, referenceAbove, sourceWords } from '../../core/briefing-parts';
import { hungOut, paragraph } from './blocks';
import { label, ownWords, runsOf, words } from './runs';
import type { DocxSetting } from './setting';
import { INK, SERIF, SOFT, STYLE } from './styles';

/** How far in stands what is said of something, its name hung out; in twentieths of a point. */
export const NAME_WIDTH = 1300;
/** Names of rows that are longer than this, in characters, want more room. */
const LONG_NAME = 12;

/** The head of a note as its tradition has it: what it is, its title, and what is known of it. */
export const headOf = (briefing: Briefing, note: BriefingNote, setting: DocxSetting): FileChild[] =>
  briefing.tradition.head === 'addressee'
    ? addresseeHead(briefing, note, setting)
    : tableHead(briefing, note, setting);

function tableHead(briefing: Briefing, note: BriefingNote, setting: DocxSetting): FileChild[] {
  const reference = referenceAbove(briefing, note);
  const kind = briefing.layout === 'briefing-note' ? briefing.tradition.kind : briefing.layout;
  const rows = headRows(briefing, note);
  const isLong = rows.some(({ name }) => (setting.labels[name] ?? '').length > LONG_NAME);
  const width = isLong ? NAME_WIDTH * 1.5 : NAME_WIDTH;
  return [
    new Paragraph({
      style: STYLE.eyebrow,
      children: [label(setting, kind), ...(reference === '' ? [] : words(`  ·  ${reference}`))],
    }),
    titleOf(note, setting),
    ...rows.map(({ name, words: said, address, citation }, index) =>
      paragraph(setting, {
        ...hungOut(width),
        spacing: { after: index === rows.length - 1 ? 240 : 40 },
        border: {
          ...(index === 0 && { top: { style: 'single', size: 8, color: INK, space: 6 } }),
          ...(index === rows.length - 1 && { bottom: { style: 'single', size: 4, color: SOFT, space: 6 } }),
        },
        children: [
          label(setting, name, { bold: true }),
          new TextRun({ children: ['\t'] }),
          ...(citation.length > 0 ? runsOf(citation, setting) : plainSource(said, address, setting)),
        ],
      }),
    ),
  ];
}

/** Whom it is for at the right, what it is in the middle, its date and number, then its title. */
function addresseeHead(briefing: Briefing, note: BriefingNote, setting: DocxSetting): FileChild[] {
  const { to, date, reference } = note.details;
  const number = reference === '' ? [] : [label(setting, 'number'), ...words(` ${reference}`)];
  return [
    ...(to === ''
      ? []
      : [
          paragraph(setting, {
            indent: { left: Math.round(setting.width * 0.55) },
            spacing: { after: 360 },
            children: ownWords(setting, to),
          }),
        ]),
    paragraph(setting, {
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [
        label(setting, briefing.tradition.kind, { bold: true, allCaps: true, characterSpacing: 20 }),
      ],
    }),
    ...(date === '' && reference === ''
      ? []
      : [
          paragraph(setting, {
            tabStops: [{ type: 'right', position: setting.width }],
            children: [...ownWords(setting, date), new TextRun({ children: ['\t'] }), ...number],
          }),
        ]),
    titleOf(note, setting, 28),
  ];
}

/** Size of a note's title in a pack, in half points. */
const TITLE_IN_PACK = 36;

/**
 * The title of a note; in a pack, whose title stands above it, the first heading, with the number of the note.
 * @param size in half points; none: that of the style
 */
function titleOf(note: BriefingNote, setting: DocxSetting, size?: number): Paragraph {
  const inPack = setting.number > 0;
  const given = size ?? (inPack ? TITLE_IN_PACK : undefined);
  const look = { ...(inPack && { font: SERIF }), ...(given !== undefined && { size: given }) };
  return paragraph(setting, {
    heading: inPack ? 'Heading1' : 'Title',
    children: [
      ...(inPack ? words(`${setting.number}. `, { ...look, color: SOFT }) : []),
      ...(note.title === '' ? [label(setting, 'untitled', look)] : ownWords(setting, note.title, look)),
    ],
  });
}

/** Where a note is from, as a sentence goes on. */
export const sourceRuns = ({ source }: BriefingNote, setting: DocxSetting): ParagraphChild[] =>
  source.citation.length > 0
    ? runsOf(source.citation, setting)
    : plainSource(sourceWords(source), source.addressShown, setting);

const plainSource = (said: string, address: string, setting: DocxSetting): ParagraphChild[] => [
  ...ownWords(setting, said),
  ...(address === '' ? [] : [...words(said === '' ? '' : ', '), linkTo(address)]),
];

const linkTo = (address: string): ExternalHyperlink | TextRun =>
  /^https?:\/\//.test(address)
    ? new ExternalHyperlink({
        link: address,
        children: [new TextRun({ style: 'Hyperlink', text: address })],
      })
    : new TextRun({ text: address });

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
import { paragraph } from './blocks';
import { label, runsOf, words } from './runs';
import type { DocxSetting } from './setting';
import { STYLE } from './styles';

const NAME_WIDTH = 1300;
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
    paragraph(setting, { heading: 'Title', children: titleOf(note, setting) }),
    ...rows.map(({ name, words: said, address, citation }) =>
      paragraph(setting, {
        indent: { left: width, hanging: width },
        tabStops: [{ type: 'left', position: width }],
        spacing: { after: 40 },
        children: [
          label(setting, name, { bold: true }),
          new TextRun({ children: ['\t'] }),
          ...(citation.length > 0 ? runsOf(citation, setting) : plainSource(said, address)),
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
            children: words(to),
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
            children: [...words(date), new TextRun({ children: ['\t'] }), ...number],
          }),
        ]),
    paragraph(setting, { heading: 'Title', children: titleOf(note, setting, 28) }),
  ];
}

/** @param size in half points; none: that of the style */
const titleOf = (note: BriefingNote, setting: DocxSetting, size?: number): TextRun[] => {
  const look = size === undefined ? {} : { size };
  return note.title === '' ? [label(setting, 'untitled', look)] : words(note.title, look);
};

/** Where a note is from, as a sentence goes on. */
export const sourceRuns = ({ source }: BriefingNote, setting: DocxSetting): ParagraphChild[] =>
  source.citation.length > 0
    ? runsOf(source.citation, setting)
    : plainSource(sourceWords(source), source.address);

const plainSource = (said: string, address: string): ParagraphChild[] => [
  ...words(said),
  ...(address === '' ? [] : [...words(said === '' ? '' : ', '), linkTo(address)]),
];

const linkTo = (address: string): ExternalHyperlink | TextRun =>
  /^https?:\/\//.test(address)
    ? new ExternalHyperlink({
        link: address,
        children: [new TextRun({ style: 'Hyperlink', text: address })],
      })
    : new TextRun({ text: address });

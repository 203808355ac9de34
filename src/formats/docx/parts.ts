import { type FileChild, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Briefing, BriefingNote } from '../../core/briefing';
import { type BriefingPart, endsSentence, type Signer } from '../../core/briefing-parts';
import { passagesIn } from '../../core/set-inlines';
import { actionTable, type DocumentNotes, decisionTable, found, fullComments } from './annotations';
import { docxBlocks, paragraph } from './blocks';
import { sourceRuns } from './head';
import { annotationTable, figuresTable } from './registers';
import { label, words } from './runs';
import type { DocxSetting } from './setting';
import { INDENT, STYLE } from './styles';

/** One part of a note below its head. */
export function partChildren(
  part: BriefingPart,
  briefing: Briefing,
  note: BriefingNote,
  setting: DocxSetting,
  notes: DocumentNotes,
): FileChild[] {
  switch (part.type) {
    case 'heading':
      // Comments after the text are footnotes: LibreOffice sets endnotes on a page of their own, without the marking.
      if (part.name === 'comments') return [];
      return [
        paragraph(setting, {
          heading: 'Heading1',
          pageBreakBefore: part.annex,
          children: [label(setting, part.name)],
        }),
      ];
    case 'words':
      return [counted(part.number, words(part.words), setting)];
    case 'reference': {
      const source = briefing.parts.includes('source') ? sourceRuns(note, setting) : [];
      const between = source.length === 0 ? '' : endsSentence(note.source.citation) ? ' ' : '. ';
      return [counted(part.number, [...source, ...words(between), label(setting, 'text-in-annex')], setting)];
    }
    case 'kind':
      switch (part.form) {
        case 'full':
          return fullComments(part.annotations, setting);
        case 'duties':
          return actionTable(part.annotations, setting);
        case 'decisions':
          return [
            counted(part.number, [label(setting, 'recommended-to')], setting),
            ...decisionTable(part.annotations, briefing.tradition.decisions, setting),
          ];
        case 'list':
          return found(part.annotations, setting, part);
      }
      break;
    case 'comments':
      return [];
    case 'lost':
      return fullComments(part.annotations, setting);
    case 'figures':
      return figuresTable(part.figures, note, setting);
    case 'list':
      return annotationTable(part.annotations, setting);
    case 'signatures':
      return part.signers.flatMap((signer) => signature(signer, setting));
    case 'text': {
      // Sections hold what was found already where there are any: then the passages need comments only.
      const as =
        briefing.annotations === 'endnotes' && briefing.layout !== 'briefing-note' ? 'footnotes' : 'comments';
      const passages = notes.passages(note.annotations, as, passagesIn(part.blocks), setting);
      return part.blocks.length === 0
        ? [paragraph(setting, { children: [label(setting, 'empty-note', { italics: true })] })]
        : docxBlocks(part.blocks, { ...setting, passages, headingOffset: part.headingOffset });
    }
  }
}

/** A paragraph with its number hung out, where paragraphs are counted. */
const counted = (number: number, children: readonly ParagraphChild[], setting: DocxSetting): Paragraph =>
  number === 0
    ? paragraph(setting, { children })
    : paragraph(setting, {
        indent: { left: INDENT, hanging: INDENT },
        tabStops: [{ type: 'left', position: INDENT }],
        children: [new TextRun({ children: [`${number}.`, '\t'] }), ...children],
      });

/** Lines to write on, as long as there is room for. */
const LINE = '_'.repeat(18);

function signature({ as, name, date }: Signer, setting: DocxSetting): Paragraph[] {
  const gap = { before: 320, after: 40 };
  const small = (children: readonly ParagraphChild[]): Paragraph =>
    new Paragraph({ style: STYLE.small, children });
  if (as === 'named')
    return [
      paragraph(setting, { spacing: gap, keepNext: true, children: words(name, { bold: true }) }),
      ...(date === '' ? [] : [small(words(date))]),
    ];
  const named = (key: string, line: string): ParagraphChild[] => [
    label(setting, key),
    ...words(`: ${line}    `),
  ];
  if (as === 'official')
    return [
      paragraph(setting, {
        spacing: gap,
        children: [
          ...(name === '' ? named('position', LINE) : words(`${name}    `)),
          ...named('signature', LINE),
          ...named('name', LINE),
        ],
      }),
    ];
  return [
    paragraph(setting, {
      spacing: gap,
      keepNext: true,
      children: [
        label(setting, as === 'author' ? 'prepared-by' : 'decision-taken'),
        ...words(': '),
        ...words(name, { bold: true }),
      ],
    }),
    paragraph(setting, { children: [...named('signature', LINE), ...named('date', date || LINE)] }),
  ];
}

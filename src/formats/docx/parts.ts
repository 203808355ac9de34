import { type FileChild, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Briefing, BriefingNote } from '../../core/briefing';
import { type BriefingPart, endsSentence, type Signer, sourceWords } from '../../core/briefing-parts';
import { passagesIn } from '../../core/set-inlines';
import { actionTable, type DocumentNotes, decisionTable, found, fullComments } from './annotations';
import { docxBlocks, hungOut, paragraph } from './blocks';
import { sourceRuns } from './head';
import { annotationTable, figuresTable } from './registers';
import { label, ownWords, words } from './runs';
import type { DocxSetting } from './setting';
import { INDENT, STYLE } from './styles';
import { linesTable } from './tables';

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
          heading: setting.number > 0 ? 'Heading2' : 'Heading1',
          pageBreakBefore: part.annex,
          children: [label(setting, part.name)],
        }),
        ...(part.annex ? annexSource(briefing, note, setting) : []),
      ];
    case 'words':
      return [counted(part.number, ownWords(setting, part.words), setting)];
    case 'reference': {
      const source = briefing.parts.includes('source') ? sourceRuns(note, setting) : [];
      const between = source.length === 0 ? '' : endsSentence(note.source.citation) ? ' ' : '. ';
      return [
        counted(
          part.number,
          [...source, ...words(between), label(setting, 'text-in-annex')],
          setting,
          'left',
        ),
      ];
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
          return found(part.annotations, setting, {
            ...part,
            plain: briefing.tradition.paragraphs === 'plain',
          });
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
      return part.signers.flatMap((signer) => signature(signer, { ...setting, firstLine: 0 }));
    case 'executor':
      return [
        paragraph(setting, {
          style: STYLE.small,
          spacing: { before: 480 },
          children: [label(setting, 'executor'), ...words(`: ${part.words}`)],
        }),
      ];
    case 'text': {
      // Sections hold what was found already where there are any: then the passages need comments only.
      const as =
        briefing.annotations === 'endnotes' && briefing.layout !== 'briefing-note' ? 'footnotes' : 'comments';
      const passages = notes.passages(note.annotations, as, passagesIn(part.blocks), setting);
      return part.blocks.length === 0
        ? [paragraph(setting, { children: [label(setting, 'empty-note', { italics: true })] })]
        : docxBlocks(part.blocks, {
            ...setting,
            passages,
            headingOffset: part.headingOffset + Math.sign(setting.number),
          });
    }
  }
}

/** A paragraph with its number hung out, where paragraphs are counted. */
const counted = (
  number: number,
  children: readonly ParagraphChild[],
  setting: DocxSetting,
  alignment?: 'left',
): Paragraph =>
  number === 0
    ? // An address has few places to break: justified, the words beside it would be driven apart.
      paragraph(setting, {
        children,
        ...(alignment && { alignment, indent: { firstLine: setting.firstLine } }),
      })
    : paragraph(setting, {
        ...hungOut(INDENT),
        children: [new TextRun({ children: [`${number}.`, '\t'] }), ...children],
      });

/** Where the text of an annex is from, where that is printed. */
function annexSource(briefing: Briefing, note: BriefingNote, setting: DocxSetting): FileChild[] {
  const source = briefing.parts.includes('source') ? sourceRuns(note, setting) : [];
  const isKnown = note.source.addressShown !== '' || sourceWords(note.source) !== '';
  return isKnown && source.length > 0 ? [paragraph(setting, { style: STYLE.small, children: source })] : [];
}

/** Lines to write on, as long as there is room for. */
const LINE = '_'.repeat(18);

function signature({ as, name, date }: Signer, setting: DocxSetting): FileChild[] {
  const gap = { before: 320, after: 40 };
  const small = (children: readonly ParagraphChild[]): Paragraph =>
    new Paragraph({ style: STYLE.small, children });
  if (as === 'named')
    return [
      paragraph(setting, { spacing: gap, keepNext: true, children: ownWords(setting, name, { bold: true }) }),
      ...(date === '' ? [] : [small(words(date))]),
    ];
  const named = (key: string, line: string): ParagraphChild[] => [
    label(setting, key),
    ...words(`: ${line}    `),
  ];
  if (as === 'official')
    return [
      paragraph(setting, { spacing: { before: 0, after: 160 }, keepNext: true }),
      linesTable(setting, [
        { share: 0.46, written: name, below: 'position' },
        { share: 0.22, written: '', below: 'signature' },
        { share: 0.26, written: '', below: 'name' },
      ]),
    ];
  return [
    paragraph(setting, {
      spacing: gap,
      keepNext: true,
      children: [
        label(setting, as === 'author' ? 'prepared-by' : 'decision-taken'),
        ...words(': '),
        ...ownWords(setting, name, { bold: true }),
      ],
    }),
    paragraph(setting, { children: [...named('signature', LINE), ...named('date', date || LINE)] }),
  ];
}

import { Document, ExternalHyperlink, type FileChild, Packer, PageBreak, Paragraph, TextRun } from 'docx';
import type { Briefing, BriefingNote, Composed } from '../../core/briefing';
import { type BriefingPart, headRows, partsOf } from '../../core/briefing-parts';
import { allPrintable } from '../../core/printable';
import { passagesIn } from '../../core/set-inlines';
import type { WrittenDocument } from '../documents';
import { actionTable, DocumentNotes, found, fullComments } from './annotations';
import { docxBlocks, paragraph } from './blocks';
import { pageOf, textWidth } from './page';
import { annotationTable, figuresTable } from './registers';
import { label, runsOf, words } from './runs';
import { withSameBytes } from './same-bytes';
import { type DocxSetting, ListNumbering, noPassages, Pictures } from './setting';
import { STYLE, stylesFor } from './styles';

const NAME_WIDTH = 1300;

/**
 * A briefing as a Word document: true headings, lists and tables, annotations as Word's comments on their passages. The same
 * briefing gives the same bytes.
 */
export async function writeDocx({ briefing: given, images }: Composed): Promise<WrittenDocument> {
  // A control character would make the file unreadable.
  const briefing = allPrintable(given);
  const lists = new ListNumbering();
  const notes = new DocumentNotes();
  const pictures = new Pictures();
  const children = briefing.notes.flatMap((note, index) => {
    const setting: DocxSetting = {
      labels: briefing.labels,
      images,
      language: note.language,
      width: textWidth(briefing),
      lists,
      pictures,
      passages: noPassages,
      headingOffset: 1,
    };
    const gap = index === 0 ? [] : [new Paragraph({ children: [new PageBreak()] })];
    return [...gap, ...noteChildren(briefing, note, setting, notes)];
  });
  const document = new Document({
    title: briefing.title || (briefing.labels.untitled ?? ''),
    creator: briefing.author || 'Briefing Desk',
    lastModifiedBy: briefing.author || 'Briefing Desk',
    keywords: [...new Set(briefing.notes.flatMap(({ tags }) => tags))].join(', '),
    styles: stylesFor(briefing.language),
    numbering: { config: lists.config },
    ...(notes.comments.length > 0 && { comments: { children: notes.comments } }),
    footnotes: notes.footnotes,
    sections: [{ ...pageOf(briefing), children }],
  });
  const bytes = await withSameBytes(await Packer.toBuffer(document), briefing.date);
  return { bytes, unreadable: pictures.unreadable.size };
}

function noteChildren(
  briefing: Briefing,
  note: BriefingNote,
  setting: DocxSetting,
  notes: DocumentNotes,
): FileChild[] {
  const { reference } = note.details;
  const eyebrow = [label(setting, briefing.layout), ...(reference === '' ? [] : words(`  ·  ${reference}`))];
  return [
    new Paragraph({ style: STYLE.eyebrow, children: eyebrow }),
    paragraph(setting, {
      heading: 'Title',
      children: note.title === '' ? [label(setting, 'untitled')] : words(note.title),
    }),
    ...headRows(briefing, note).map(({ name, words: said, address, citation }) =>
      paragraph(setting, {
        indent: { left: NAME_WIDTH, hanging: NAME_WIDTH },
        tabStops: [{ type: 'left', position: NAME_WIDTH }],
        spacing: { after: 40 },
        children: [
          label(setting, name, { bold: true }),
          new TextRun({ children: ['\t'] }),
          ...(citation.length > 0
            ? runsOf(citation, setting)
            : [
                ...words(said),
                ...(address === '' ? [] : [...words(said === '' ? '' : ', '), linkTo(address)]),
              ]),
        ],
      }),
    ),
    ...partsOf(briefing, note).flatMap((part) => partChildren(part, briefing, note, setting, notes)),
  ];
}

const linkTo = (address: string): ExternalHyperlink | TextRun =>
  /^https?:\/\//.test(address)
    ? new ExternalHyperlink({
        link: address,
        children: [new TextRun({ style: 'Hyperlink', text: address })],
      })
    : new TextRun({ text: address });

function partChildren(
  part: BriefingPart,
  briefing: Briefing,
  note: BriefingNote,
  setting: DocxSetting,
  notes: DocumentNotes,
): FileChild[] {
  const heading = (name: string): Paragraph =>
    paragraph(setting, { heading: 'Heading1', children: [label(setting, name)] });
  switch (part.type) {
    case 'purpose':
      return [heading('purpose'), paragraph(setting, { children: words(part.words) })];
    case 'kind': {
      if (part.quoted) return [heading(`${part.kind}-many`), ...fullComments(part.annotations, setting)];
      const isTable =
        part.kind === 'action' && part.annotations.some(({ who, by }) => who !== '' || by !== '');
      const body = isTable ? actionTable(part.annotations, setting) : found(part.annotations, setting);
      return [heading(`${part.kind}-many`), ...body];
    }
    case 'comments':
      // They are footnotes: LibreOffice sets endnotes on a page of their own, without the marking.
      return [];
    case 'lost':
      return [heading('lost-passages'), ...fullComments(part.annotations, setting)];
    case 'figures':
      return [heading('figures-check'), ...figuresTable(part.figures, note, setting)];
    case 'list':
      return [heading('list-of-annotations'), ...annotationTable(part.annotations, setting)];
    case 'text': {
      // Sections hold what was found already where there are any: then the passages need comments only.
      const as = briefing.annotations === 'endnotes' && !part.headed ? 'footnotes' : 'comments';
      const passages = notes.passages(note.annotations, as, passagesIn(part.blocks), setting);
      const body =
        part.blocks.length === 0
          ? [paragraph(setting, { children: [label(setting, 'empty-note', { italics: true })] })]
          : docxBlocks(part.blocks, { ...setting, passages, headingOffset: part.headed ? 1 : 0 });
      return part.headed ? [heading('background'), ...body] : body;
    }
  }
}

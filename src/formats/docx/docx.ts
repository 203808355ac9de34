import { Document, type FileChild, Packer, PageBreak, Paragraph } from 'docx';
import type { Briefing, BriefingNote, Composed } from '../../core/briefing';
import { partsOf } from '../../core/briefing-parts';
import { allPrintable } from '../../core/printable';
import type { WrittenDocument } from '../documents';
import { DocumentNotes } from './annotations';
import { headOf } from './head';
import { pageOf, textWidth } from './page';
import { partChildren } from './parts';
import { withSameBytes } from './same-bytes';
import { type DocxSetting, ListNumbering, noPassages, Pictures } from './setting';
import { stylesFor } from './styles';

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
      footnotes: notes,
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
    styles: stylesFor(briefing.language, briefing.tradition.page?.size),
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
  return [
    ...headOf(briefing, note, setting),
    ...partsOf(briefing, note).flatMap((part) => partChildren(part, briefing, note, setting, notes)),
  ];
}

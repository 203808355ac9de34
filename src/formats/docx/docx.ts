import { Document, type FileChild, Packer, PageBreak, Paragraph } from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import type { Briefing, BriefingNote, Composed } from '../../core/briefing';
import { type BriefingPart, partsOf } from '../../core/briefing-parts';
import { allPrintable } from '../../core/printable';
import type { WrittenDocument } from '../documents';
import { DocumentNotes } from './annotations';
import { contentsOf, packFront } from './front';
import { headOf } from './head';
import { pageOf, TWIPS_A_MILLIMETRE, textWidth } from './page';
import { partChildren } from './parts';
import { languageLook } from './runs';
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
  const isPack = briefing.notes.length > 1;
  const whole: DocxSetting = {
    labels: briefing.labels,
    images,
    language: briefing.language,
    width: textWidth(briefing),
    lists,
    pictures,
    passages: noPassages,
    footnotes: notes,
    number: 0,
    own: {},
    firstLine: 0,
    headingOffset: 1,
  };
  const children = briefing.notes.flatMap((note, index) => {
    const setting: DocxSetting = {
      ...whole,
      language: note.language,
      own: note.language === briefing.language ? {} : languageLook(note.language),
      number: isPack ? index + 1 : 0,
    };
    const gap = index === 0 ? [] : [new Paragraph({ children: [new PageBreak()] })];
    return [...gap, ...noteChildren(briefing, note, setting, notes)];
  });
  const document = new Document({
    title: briefing.title || (briefing.labels.untitled ?? ''),
    creator: briefing.author || 'Briefing Desk',
    lastModifiedBy: briefing.author || 'Briefing Desk',
    keywords: [...new Set(briefing.notes.flatMap(({ tags }) => tags))].join(', '),
    styles: stylesFor(briefing.language, whole.width, briefing.tradition.page?.size),
    numbering: { config: lists.config },
    ...(notes.comments.length > 0 && { comments: { children: notes.comments } }),
    footnotes: notes.footnotes,
    pageNumbers: estimatePageNumbers,
    sections: [
      { ...pageOf(briefing), children: [...(isPack ? packFront(briefing, whole) : []), ...children] },
    ],
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
  const running = {
    ...setting,
    firstLine: Math.round((briefing.tradition.page?.indent ?? 0) * TWIPS_A_MILLIMETRE),
  };
  const parts = partsOf(briefing, note);
  return [
    ...headOf(briefing, note, setting),
    ...(briefing.notes.length === 1 && parts.some(hasHeading) ? contentsOf(briefing, setting) : []),
    ...parts.flatMap((part) => partChildren(part, briefing, note, running, notes)),
  ];
}

/** Contents of a text without any would be a word above nothing. */
const hasHeading = (part: BriefingPart): boolean =>
  part.type === 'text'
    ? part.blocks.some(({ type }) => type === 'heading')
    : ['heading', 'comments', 'lost', 'figures', 'list'].includes(part.type);

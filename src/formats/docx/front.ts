import { type FileChild, PageBreak, Paragraph, TableOfContents, TextRun } from 'docx';
import type { Briefing } from '../../core/briefing';
import { packFacts } from '../../core/briefing-parts';
import { hungOut, paragraph } from './blocks';
import { NAME_WIDTH } from './head';
import { label, words } from './runs';
import type { DocxSetting } from './setting';
import { STYLE } from './styles';

/** What stands before the notes of a pack: its title, what is known of all of them, and the contents where they were chosen. */
export function packFront(briefing: Briefing, setting: DocxSetting): FileChild[] {
  const { labels, title } = briefing;
  return [
    ...(title === labels.pack
      ? []
      : [new Paragraph({ style: STYLE.eyebrow, children: [label(setting, 'pack')] })]),
    paragraph(setting, { heading: 'Title', children: words(title) }),
    ...packFacts(briefing).map(({ name, words: said }) =>
      paragraph(setting, {
        ...hungOut(NAME_WIDTH),
        spacing: { after: 40 },
        children: [label(setting, name, { bold: true }), new TextRun({ children: ['\t'] }), ...words(said)],
      }),
    ),
    ...contentsOf(briefing, setting),
    new Paragraph({ children: [new PageBreak()] }),
  ];
}

/**
 * The headings with their pages, or of a pack the titles of its notes; nothing where they were not chosen. Word counts the pages when
 * it opens the file; until then, and in other programs, there are estimates.
 */
export function contentsOf(briefing: Briefing, setting: DocxSetting): FileChild[] {
  if (!briefing.parts.includes('contents')) return [];
  const isPack = briefing.notes.length > 1;
  return [
    paragraph(setting, { style: STYLE.contents, children: [label(setting, 'contents')] }),
    new TableOfContents(briefing.labels.contents, {
      hyperlink: true,
      headingStyleRange: isPack ? '1-1' : '1-3',
      beginDirty: true,
    }),
  ];
}

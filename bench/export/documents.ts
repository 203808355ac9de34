import { composeBriefing, type TypesetRequest } from '../../src/core/briefing';
import type { Note } from '../../src/core/schema';
import { defaultChoices, type LayoutId } from '../../src/core/vocabulary';
import { writeHtml } from '../../src/formats/html/html';
import labels from '../../src/shared/locales/en/layouts.json';
import { longNote } from '../../src/typeset/sample-long';
import { ARTICLE, articleNote } from '../../src/typeset/samples';

/** About two pages each. */
const CHAPTERS = 15;

/** What is exported: the article, and a note of some thirty pages with tables and pictures. */
export type DocumentName = 'article' | 'long';

/** The same in each round but for its title and one word: nothing that was set before can be used again as it is. */
export function noteOf(name: DocumentName, round: number): Note {
  const note = name === 'article' ? articleNote() : longNote(CHAPTERS);
  return { ...note, title: `${note.title} (${round})`, text: `${note.text}\n\nRound ${round}.` };
}

const composed = (name: DocumentName, round: number, layout: LayoutId) =>
  composeBriefing(
    noteOf(name, round),
    { ...defaultChoices, layout, parts: ['contents', 'source', 'tags'] },
    labels,
  );

/** What the app does when the button is pressed: from the note to what the typesetter is asked for. */
export function requestOf(name: DocumentName, layout: LayoutId, round: number): TypesetRequest {
  const { briefing, images } = composed(name, round, layout);
  const bytes = Buffer.from(JSON.stringify(noteOf(name, round)));
  return { briefing, images, attachment: { name: 'note.json', bytes } };
}

/** The article as a plain page, and the long note as the app writes HTML. */
export function htmlOf(name: DocumentName, round: number): string {
  if (name === 'long') return Buffer.from(writeHtml(composed(name, round, 'clean-copy'))).toString();
  const { title } = noteOf(name, round);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<body><h1>${title}</h1>${ARTICLE.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}<p>Round ${round}.</p></body></html>`;
}

/** The text for programs that read Markdown. */
export function markdownOf(name: DocumentName, round: number): string {
  const { title, text } = noteOf(name, round);
  return `---\ntitle: "${title}"\nlang: en\n---\n\n${text}\n`;
}

import { type Composed, composeBriefing, composePack, type TypesetRequest } from '../../src/core/briefing';
import type { Note } from '../../src/core/schema';
import { defaultChoices, type LayoutId, type Part } from '../../src/core/vocabulary';
import { writeHtml } from '../../src/formats/html/html';
import { layoutLabels } from '../../src/shared/layout-labels';
import { longNote } from '../../src/typeset/sample-long';
import { ARTICLE, articleNote } from '../../src/typeset/samples';

/** About two pages each. */
const CHAPTERS = 15;
const NOTES_OF_A_PACK = 100;
export const PACK = 'Trade with the regions';

/** What is exported: the article, a note of some thirty pages with tables and pictures, and a pack of a hundred notes. */
export type DocumentName = 'article' | 'long' | 'pack';

const labels = layoutLabels('en');
const made = new Map<string, readonly Note[]>();

/**
 * The same in each round but for its title and one word: nothing that was set before can be used again as it is. The app has its notes
 * when somebody exports them, so they are made before anything is measured.
 */
export function notesOf(name: DocumentName, round: number): readonly Note[] {
  const key = `${name} ${round}`;
  const notes = made.get(key) ?? makeNotes(name, round);
  made.set(key, notes);
  return notes;
}

function makeNotes(name: DocumentName, round: number): readonly Note[] {
  const inRound = (note: Note): Note => ({
    ...note,
    title: `${note.title} (${round})`,
    text: `${note.text}\n\nRound ${round}.`,
  });
  if (name === 'article') return [inRound(articleNote())];
  if (name === 'long') return [inRound(longNote(CHAPTERS))];
  return packNotes(NOTES_OF_A_PACK).map(inRound);
}

/** So many notes of two pages each. */
export const packNotes = (count: number): Note[] =>
  Array.from({ length: count }, (_, index) =>
    articleNote({
      title: `Report ${index + 1}: trade up ${index} %`,
      tags: [`region/${index}`, 'trade/exports'],
    }),
  );

function composed(name: DocumentName, round: number, layout: LayoutId): Composed {
  const parts: Part[] = ['contents', 'source', 'tags'];
  const choices = { ...defaultChoices, layout, parts };
  const notes = notesOf(name, round);
  const [note] = notes;
  return note && notes.length === 1
    ? composeBriefing(note, choices, labels)
    : composePack(notes, PACK, choices, labels);
}

/** What the app does when the button is pressed: from the notes to what the typesetter is asked for. */
export function requestOf(name: DocumentName, layout: LayoutId, round: number): TypesetRequest {
  const { briefing, images } = composed(name, round, layout);
  const notes = notesOf(name, round);
  const bytes = Buffer.from(JSON.stringify(notes.length === 1 ? notes[0] : notes));
  return {
    briefing,
    images,
    attachment: { name: notes.length === 1 ? 'note.json' : 'notes.json', bytes },
  };
}

/** The article as a plain page, and the others as the app writes HTML, with their annotations. */
export function htmlOf(name: DocumentName, round: number): string {
  if (name !== 'article') return Buffer.from(writeHtml(composed(name, round, 'clean-copy'))).toString();
  const title = notesOf(name, round)[0]?.title;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<body><h1>${title}</h1>${ARTICLE.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}<p>Round ${round}.</p></body></html>`;
}

/** The text for programs that read Markdown; of a pack with a heading for each note, which begins on a page of its own. */
export function markdownOf(name: DocumentName, round: number): string {
  const notes = notesOf(name, round);
  const [note] = notes;
  const one = note && notes.length === 1;
  const text = one ? note.text : notes.map(({ title, text: own }) => `# ${title}\n\n${own}`).join('\n\n');
  return `---\ntitle: "${one ? note.title : PACK}"\nlang: en\n---\n\n${text}\n`;
}

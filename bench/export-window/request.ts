import { composeBriefing, type TypesetRequest } from '../../src/core/briefing';
import { defaultChoices, type LayoutId } from '../../src/core/vocabulary';
import labels from '../../src/shared/locales/en/layouts.json';
import { ARTICLE, articleNote } from '../../src/typeset/samples';

/** What the app does when the button is pressed: from the note to what the typesetter is asked for. */
export function requestOf(layout: LayoutId): TypesetRequest {
  const note = articleNote();
  const { briefing, images } = composeBriefing(note, { ...defaultChoices, layout }, labels);
  return { briefing, images, attachment: { name: 'note.json', bytes: Buffer.from(JSON.stringify(note)) } };
}

/** The same text as a plain page. */
export const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${articleNote().title}</title>
<body><h1>${articleNote().title}</h1>${ARTICLE.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}</body></html>`;

import { describe, expect, it } from 'vitest';
import { composeBriefing } from '../core/briefing';
import { ANNOTATION_PLACES, defaultChoices, LAYOUTS } from '../core/vocabulary';
import labels from '../shared/locales/en/layouts.json';
import { writeDocx } from './docx/docx';
import { partsOf } from './docx/same-bytes';
import { writeHtml } from './html/html';
import { annotatedNote } from './test-note';

const AT = '2025-02-01T08:00:00.000Z';
const note = annotatedNote();
const replied = {
  ...note,
  annotations: note.annotations.map((annotation, index) => {
    const comment = `Answer ${index}\n\n| a | b |\n|---|---|\n| c | cell ${index} |`;
    return {
      ...annotation,
      replies: [{ id: `reply000${index}`, author: 'B. Reader', created: AT, updated: AT, comment }],
    };
  }),
};
const places = LAYOUTS.flatMap((layout) =>
  ANNOTATION_PLACES.filter((place) => place !== 'none').map((annotations) => ({ layout, annotations })),
);

describe('replies stand under their comment', () => {
  it.each(places)('$layout, $annotations', async (choices) => {
    const composed = composeBriefing(replied, { ...defaultChoices, ...choices }, labels);
    const html = new TextDecoder().decode(writeHtml(composed));
    const parts = await partsOf(Buffer.from((await writeDocx(composed)).bytes));
    const docx = [...parts.values()].map((part) => part.toString('utf8')).join('\n');
    for (const words of replied.annotations.flatMap((_, index) => [`Answer ${index}`, `cell ${index}`])) {
      expect(docx).toContain(words);
      expect(html).toContain(words);
    }
    expect(docx).toContain('B. Reader, 1 February 2025');
    expect(html).toContain('B. Reader, 1 February 2025');
  });
});

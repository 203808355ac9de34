import { describe, expect, it } from 'vitest';
import { ANNOTATION_PLACES, LAYOUTS } from '../core/vocabulary';
import { articleNote } from './samples';
import { PdfFile, typesetNote } from './test-typeset';

const note = articleNote();
const annotations = note.annotations.map((annotation, nth) => {
  if (nth === 0) return { ...annotation, state: 'changed' as const, quoted: 'Trade collapsed' };
  if (nth === 1) return { ...annotation, state: 'ambiguous' as const };
  return nth === 2 ? { ...annotation, state: 'orphan' as const, quoted: 'First words' } : annotation;
});
// A clean copy has no comments.
const places = LAYOUTS.filter((layout) => layout !== 'clean-copy').flatMap((layout) =>
  ANNOTATION_PLACES.filter((place) => place !== 'none').map((place) => ({ layout, place })),
);

describe('what became of passages', () => {
  it.each(places)('is printed with their annotations: $layout, $place', async ({ layout, place }) => {
    const result = await typesetNote({ ...note, annotations }, { layout, annotations: place });
    const words = new PdfFile(result)
      .text()
      .replace(/\u00ad\s*/g, '')
      .replace(/\s+/g, ' ');
    for (const said of ['made on “Trade collapsed”', 'several passages fit', '“First words”'])
      expect(words).toContain(said);
    expect(words).toContain('Passages lost or not certain');
  });
});

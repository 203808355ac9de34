import { describe, expect, it } from 'vitest';
import type { Reply } from '../core/schema';
import { ANNOTATION_PLACES, LAYOUTS } from '../core/vocabulary';
import { articleNote } from './samples';
import { PdfFile, typesetNote } from './test-typeset';

const AT = '2025-02-01T08:00:00.000Z';
const reply = (nth: number, comment: string): Reply => ({
  ...{ id: `reply000${nth}`, author: 'B. Reader', created: AT, updated: AT, comment },
});
const note = articleNote();
const replied = {
  ...note,
  annotations: note.annotations.map((annotation, index) => ({
    ...annotation,
    replies: [
      reply(1, `First answer ${index}, with **weight**.`),
      reply(2, `Second answer ${index}:\n\n- one\n- two`),
    ],
  })),
};
// A clean copy has no comments.
const places = LAYOUTS.filter((layout) => layout !== 'clean-copy').flatMap((layout) =>
  ANNOTATION_PLACES.filter((place) => place !== 'none').map((annotations) => ({ layout, annotations })),
);

describe('replies', () => {
  it.each(places)('are printed under their comment: $layout, $annotations', async (choices) => {
    const result = await typesetNote(replied, choices);
    expect(result).toMatchObject({ ok: true, value: { warnings: [] } });
    const words = new PdfFile(result).text();
    for (const index of replied.annotations.keys()) {
      const [first, second] = [`First answer ${index}, with`, `Second answer ${index}:`];
      expect(words.split(first)).toHaveLength(2);
      expect(words.indexOf(second)).toBeGreaterThan(words.indexOf(first));
    }
    expect(words).toContain('B. Reader');
  });

  it('too long for the margin stand after the text in full', async () => {
    const long = `${'Many words. '.repeat(600)}The end of it.`;
    const annotations = replied.annotations.map((each, index) =>
      index === 1 ? { ...each, replies: [reply(1, long)] } : each,
    );
    const words = new PdfFile(
      await typesetNote({ ...note, annotations }, { layout: 'annotated-article' }),
    ).text();
    expect(words).toContain('In full on page');
    expect(words.split('The end of it.')).toHaveLength(2);
  });
});

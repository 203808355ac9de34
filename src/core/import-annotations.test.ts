import { describe, expect, it } from 'vitest';
import { describe as describePassage } from './annotation';
import { countImported, withImported } from './import-annotations';
import { newNote } from './note';
import type { Annotation, Note, Reply } from './schema';

const AT = '2026-01-01T00:00:00.000Z';
const TEXT = 'Exports rose 21 %.';
const reply = (id: string, comment: string): Reply => ({
  ...{ id, author: 'B', created: AT, updated: AT, comment },
});
const annotation = (id: string, ...replies: Reply[]): Annotation => ({
  ...{ id, kind: 'question', target: describePassage(TEXT, 8, 17), state: 'exact' },
  ...{ comment: 'Why?', author: 'A', created: AT, updated: AT, resolved: null, replies },
});
const noteWith = (...annotations: Annotation[]): Note => newNote('0note000', AT, { text: TEXT, annotations });

describe('an import of annotations that the note has already', () => {
  it('brings the replies to them that it has not', () => {
    const before = noteWith(annotation('known000', reply('r0000001', 'One')));
    const incoming = [
      { ...annotation('known000', reply('r0000001', 'Other'), reply('r0000002', 'Two')), comment: 'Other' },
    ];
    const after = { ...before, annotations: withImported(before, incoming) };
    expect(after.annotations).toEqual([
      annotation('known000', reply('r0000001', 'One'), reply('r0000002', 'Two')),
    ]);
    expect(countImported(before, after, incoming)).toMatchObject({ exact: 0, known: 1, replies: 1 });
    expect(withImported(after, incoming)).toBe(after.annotations);
  });

  it('knows them and their replies also by what they say', () => {
    const before = noteWith(annotation('known000', reply('r0000001', 'One')));
    const incoming = [annotation('other000', reply('r0000009', 'One'), reply('r0000008', 'Two'))];
    const after = withImported(before, incoming);
    expect(after.map(({ id, replies }) => [id, replies.map(({ comment }) => comment)])).toEqual([
      ['known000', ['One', 'Two']],
    ]);
  });

  it('counts replies of new annotations with those', () => {
    const before = noteWith();
    const incoming = [annotation('other000', reply('r0000001', 'One'))];
    const after = { ...before, annotations: withImported(before, incoming) };
    expect(countImported(before, after, incoming)).toMatchObject({ exact: 1, known: 0, replies: 0 });
  });
});

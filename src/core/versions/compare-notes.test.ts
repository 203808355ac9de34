import { describe, expect, it } from 'vitest';
import { newNote } from '../note';
import { makeAnnotation } from '../samples';
import type { Annotation, Note } from '../schema';
import { compareNotes, isAlike } from './compare-notes';

const AT = '2026-01-01T00:00:00.000Z';
const note = newNote('note0001', AT, {
  title: 'Exports rose',
  text: 'One\n\nTwo',
  source: { agency: 'BelTA', place: 'Minsk' },
  tags: ['a', 'b'],
});
const annotation = (id: string, parts: Partial<Annotation> = {}): Annotation =>
  makeAnnotation({
    id,
    target: [
      { type: 'TextPositionSelector', start: 0, end: 3 },
      { type: 'TextQuoteSelector', exact: 'One', prefix: '', suffix: '' },
    ],
    comment: 'Look here',
    author: 'A',
    ...parts,
  });

describe('two versions of a note', () => {
  it('are alike where only what stands beside their content is otherwise', () => {
    const later = { ...note, updated: '2026-02-01T00:00:00.000Z', pinned: true, archived: true, trashed: AT };
    expect(isAlike(compareNotes(note, later))).toBe(true);
    const moved = annotation('annot001', {
      target: [
        { type: 'TextPositionSelector', start: 9, end: 12 },
        { type: 'TextQuoteSelector', exact: 'One', prefix: 'x', suffix: 'y' },
      ],
    });
    const before = { ...note, annotations: [annotation('annot001')] };
    expect(isAlike(compareNotes(before, { ...note, annotations: [moved] }))).toBe(true);
  });

  it('are compared in their fields, tags and text', () => {
    const later = {
      ...note,
      title: 'Exports fell',
      text: 'One\n\nThree',
      source: { agency: 'BelTA', author: 'A. Writer' },
      details: { to: 'Minister' },
      tags: ['b', 'c'],
    };
    const compared = compareNotes(note, later);
    expect(
      compared.fields.map(({ name, pieces }) => [name, pieces.map(({ is, text }) => `${is} ${text}`)]),
    ).toEqual([
      ['title', ['same Exports ', 'removed rose', 'added fell']],
      ['source.place', ['removed Minsk']],
      ['source.author', ['added A. Writer']],
      ['details.to', ['added Minister']],
    ]);
    expect(compared.tags).toEqual([
      { is: 'removed', text: 'a' },
      { is: 'added', text: 'c' },
    ]);
    expect(compared.isOtherText).toBe(true);
  });

  it('are compared in what became of their annotations', () => {
    const before = { ...note, annotations: [annotation('removed1'), annotation('changed1')] };
    const changed = annotation('changed1', { comment: 'Look there', kind: 'risk', resolved: AT });
    const after = { ...note, annotations: [changed, annotation('added001', { comment: '' })] };
    expect(
      compareNotes(before, after).annotations.map((one) => ({ ...one, annotation: one.annotation.id })),
    ).toEqual([
      {
        is: 'removed',
        annotation: 'removed1',
        parts: [],
        comment: [{ is: 'removed', text: 'Look here' }],
        replies: [],
      },
      {
        is: 'changed',
        annotation: 'changed1',
        parts: ['kind', 'comment', 'resolved'],
        comment: [
          { is: 'same', text: 'Look ' },
          { is: 'removed', text: 'here' },
          { is: 'added', text: 'there' },
        ],
        replies: [],
      },
      { is: 'added', annotation: 'added001', parts: [], comment: [], replies: [] },
    ]);
  });

  it('are compared in what became of replies', () => {
    const reply = (id: string, comment: string) => ({ id, author: 'B', created: AT, updated: AT, comment });
    const on = (replies: Annotation['replies']): Note => ({
      ...note,
      annotations: [annotation('same0000', { replies })],
    });
    const before = on([reply('r0000001', 'Yes'), reply('r0000002', 'Ask'), reply('r0000003', 'Stays')]);
    const after = on([reply('r0000002', 'Ask Minsk'), reply('r0000003', 'Stays'), reply('r0000004', 'No')]);
    const [compared] = compareNotes(before, after).annotations;
    expect(compared?.parts).toEqual(['replies']);
    expect(compared?.replies.map(({ reply: { id }, comment }) => [id, comment])).toEqual([
      ['r0000001', [{ is: 'removed', text: 'Yes' }]],
      [
        'r0000002',
        [
          { is: 'same', text: 'Ask' },
          { is: 'added', text: ' Minsk' },
        ],
      ],
      ['r0000004', [{ is: 'added', text: 'No' }]],
    ]);
  });
});

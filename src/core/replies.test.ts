import { describe, expect, it } from 'vitest';
import { changeReplies, withReplies } from './replies';
import { makeAnnotation } from './samples';
import type { Annotation, Reply } from './schema';

const [EARLY, LATE] = ['2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z'];
const writing = { at: LATE, author: 'C. Writer', newId: () => 'new00000' };
const reply = (id: string, comment: string, created = EARLY): Reply => ({
  ...{ id, author: 'B', created, updated: created, comment },
});
const annotation = (...replies: Reply[]): Annotation =>
  makeAnnotation({
    ...{ kind: 'question', comment: 'Why?', author: 'A', created: EARLY, updated: EARLY, replies },
  });

describe('a reply', () => {
  it('is signed by who writes it, comes last, and leaves the annotation as old as it was', () => {
    const answered = changeReplies(
      annotation(reply('r0000001', 'One')),
      { type: 'reply', comment: 'Because.' },
      writing,
    );
    expect(answered).toMatchObject({ ok: true, value: { updated: EARLY, comment: 'Why?' } });
    expect(answered.ok && answered.value.replies).toEqual([
      reply('r0000001', 'One'),
      { id: 'new00000', author: 'C. Writer', created: LATE, updated: LATE, comment: 'Because.' },
    ]);
  });

  it('is changed by its words alone, and deleted', () => {
    const before = annotation(reply('r0000001', 'One'), reply('r0000002', 'Two'));
    const edited = changeReplies(before, { type: 'edit-reply', reply: 'r0000001', comment: '1\0' }, writing);
    expect(edited.ok && edited.value.replies[0]).toEqual({
      ...reply('r0000001', '1'),
      updated: LATE,
    });
    const deleted = changeReplies(before, { type: 'delete-reply', reply: 'r0000001' }, writing);
    expect(deleted.ok && deleted.value.replies).toEqual([reply('r0000002', 'Two')]);
  });

  it('that says nothing, or nothing new, changes nothing', () => {
    const before = annotation(reply('r0000001', 'One'));
    for (const change of [
      { type: 'reply', comment: ' \n' },
      { type: 'edit-reply', reply: 'r0000001', comment: '' },
      { type: 'edit-reply', reply: 'r0000001', comment: 'One' },
    ] as const) {
      const same = changeReplies(before, change, writing);
      expect(same.ok && same.value).toBe(before);
    }
  });

  it('that is not there, or too long, is refused', () => {
    const before = annotation(reply('r0000001', 'One'));
    const long = 'x'.repeat(100_001);
    expect(changeReplies(before, { type: 'delete-reply', reply: 'r0000009' }, writing)).toMatchObject({
      error: { code: 'reply-not-found' },
    });
    expect(changeReplies(before, { type: 'reply', comment: long }, writing)).toMatchObject({
      error: { code: 'comment-too-long' },
    });
    expect(
      changeReplies(before, { type: 'edit-reply', reply: 'r0000001', comment: long }, writing),
    ).toMatchObject({ error: { code: 'comment-too-long' } });
  });
});

describe('replies that were written elsewhere', () => {
  it('are taken in the order of their time, each once by its id or by what it says', () => {
    const known = [reply('r0000002', 'Two', LATE)];
    const incoming = [
      reply('r0000009', 'Two', LATE),
      reply('r0000002', 'Other words'),
      reply('r0000001', 'One'),
    ];
    const all = withReplies(known, incoming);
    expect(all.map(({ comment }) => comment)).toEqual(['One', 'Two']);
    expect(withReplies(all, incoming)).toBe(all);
  });
});

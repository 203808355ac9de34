import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryAnchors, describe as selectors } from '../annotation';
import { isSame } from '../equal';
import { plainText } from '../markdown';
import { newNote } from '../note';
import type { Annotation, Note, Reply } from '../schema';
import { mergeNotes } from './note';

const [EARLY, LATE, LATEST] = [
  '2026-01-01T00:00:00.000Z',
  '2026-01-02T00:00:00.000Z',
  '2026-01-03T00:00:00.000Z',
];
const TEXT = 'Trade grew in May.\n\nExports to Vologda rose 21%.\n\nMAZ builds buses.';

function annotation(id: string, words: string, parts: Partial<Annotation> = {}): Annotation {
  const start = TEXT.replaceAll('\n\n', '\n').indexOf(words);
  return {
    id,
    kind: 'remark',
    target: selectors(plainText(TEXT), start, start + words.length),
    state: 'exact',
    comment: '',
    author: 'A',
    created: EARLY,
    updated: EARLY,
    resolved: null,
    replies: [],
    ...parts,
  };
}

const rose = annotation('rose0000', 'rose 21%');
const buses = annotation('buses000', 'buses');
const base: Note = newNote('0note000', EARLY, {
  title: 'T',
  text: TEXT,
  tags: ['b', 'c'],
  annotations: [rose, buses],
});

/** As `operate` does it. */
const withText = (note: Note, text: string): Note => ({
  ...note,
  text,
  annotations: carryAnchors(note.annotations, plainText(note.text), plainText(text)),
  updated: LATE,
});
const quotes = (note: Note): string[] => {
  const text = plainText(note.text);
  return note.annotations.map(({ target: [{ start, end }] }) => text.slice(start, end));
};

describe('what two sides made of a note', () => {
  it('is in one note: text, tags, annotations, fields, each by itself', () => {
    const mine = {
      ...withText(base, TEXT.replace('May', 'June')),
      tags: ['a', 'b', 'c'],
      source: { agency: 'BelTA' },
    };
    const theirs = {
      ...withText(base, `Before.\n\n${TEXT}`),
      tags: ['b', 'd'],
      source: { place: 'Minsk' },
      pinned: true,
    };
    const { note, clashes } = mergeNotes(base, mine, theirs);
    expect(note).toMatchObject({
      text: `Before.\n\n${TEXT.replace('May', 'June')}`,
      tags: ['a', 'b', 'd'],
      source: { agency: 'BelTA', place: 'Minsk' },
      pinned: true,
      updated: LATE,
    });
    expect(clashes).toEqual([]);
    expect(quotes(note)).toEqual(['rose 21%', 'buses']);
    expect(note.annotations.map(({ state }) => state)).toEqual(['exact', 'exact']);
  });

  it('has the later title where both changed it, and says so', () => {
    const mine = { ...base, title: 'Mine', updated: LATE };
    const theirs = { ...base, title: 'Theirs', updated: LATEST };
    expect(mergeNotes(base, mine, theirs)).toMatchObject({ note: { title: 'Theirs' }, clashes: ['title'] });
  });

  it('keeps an annotation that one deleted and the other changed, and drops one that nobody changed', () => {
    const mine = { ...base, annotations: [], updated: LATE };
    const theirs = {
      ...base,
      annotations: [{ ...rose, comment: 'Sure?', updated: LATE }, buses],
      updated: LATE,
    };
    const { note, clashes } = mergeNotes(base, mine, theirs);
    expect(note.annotations.map(({ comment }) => comment)).toEqual(['Sure?']);
    expect(clashes).toEqual(['annotations']);
  });

  it('drops a deleted annotation that the other side only carried along with its text', () => {
    const mine = { ...base, annotations: [buses], updated: LATE };
    const { note } = mergeNotes(base, mine, withText(base, `Before.\n\n${TEXT}`));
    expect(quotes(note)).toEqual(['buses']);
  });

  it('has both comments where both wrote one, and each field that one changed', () => {
    const on = (change: Partial<Annotation>): Note => ({
      ...base,
      annotations: [{ ...rose, ...change, updated: LATE }, buses],
      updated: LATE,
    });
    const { note } = mergeNotes(
      base,
      on({ comment: 'Mine', kind: 'risk' }),
      on({ comment: 'Theirs', resolved: LATE }),
    );
    expect(note.annotations[0]).toMatchObject({ comment: 'Mine\n\nTheirs', kind: 'risk', resolved: LATE });
  });

  it('has the replies of both, and those words of a reply that either changed', () => {
    const reply = (id: string, comment: string, at = EARLY): Reply => ({
      ...{ id, author: 'B', created: EARLY, updated: at, comment },
    });
    const on = (...replies: Reply[]): Note => ({ ...base, annotations: [{ ...rose, replies }, buses] });
    const before = on(reply('r0000001', 'One'), reply('r0000002', 'Two'));
    const mine = on(reply('r0000001', 'One, changed', LATE), reply('r0000003', 'Mine'));
    const theirs = on(
      reply('r0000001', 'One'),
      reply('r0000002', 'Two, too', LATE),
      reply('r0000004', 'Theirs'),
    );
    const { note, clashes } = mergeNotes(before, mine, theirs);
    expect(note.annotations[0]?.replies.map(({ comment }) => comment)).toEqual([
      ...['One, changed', 'Two, too', 'Mine', 'Theirs'],
    ]);
    // One side deleted what the other changed.
    expect(clashes).toEqual(['annotations']);
    const alone = mergeNotes(before, on(reply('r0000001', 'One')), withText(before, `Before.\n\n${TEXT}`));
    expect(alone.note.annotations[0]?.replies.map(({ comment }) => comment)).toEqual(['One']);
    expect(alone.clashes).toEqual([]);
  });

  it('keeps an annotation that one deleted and the other replied to, at the place where the first put it', () => {
    const replies = [{ id: 'r0000001', author: 'B', created: LATE, updated: LATE, comment: 'Sure?' }];
    const replied: Note = { ...base, annotations: [{ ...rose, replies }, buses], updated: LATE };
    const deleted = mergeNotes(base, { ...base, annotations: [buses], updated: LATE }, replied);
    expect(deleted.note.annotations).toEqual(replied.annotations);
    const linked = { ...rose, target: annotation('x0000000', 'Vologda').target, updated: LATE };
    const { note } = mergeNotes(base, { ...base, annotations: [linked, buses], updated: LATE }, replied);
    expect(note.annotations[0]).toEqual({ ...linked, replies });
  });

  it('has an annotation where a person put it, not where the other side left it', () => {
    const mine = withText(base, TEXT.replace('Exports', 'All exports'));
    const linked = { ...rose, target: annotation('x0000000', 'Vologda').target, updated: LATE };
    const theirs = { ...base, annotations: [linked, buses], updated: LATE };
    expect(quotes(mergeNotes(base, mine, theirs).note)).toEqual(['Vologda', 'buses']);
  });
});

const moment = fc.constantFrom(EARLY, LATE, LATEST);
const anyText = fc
  .array(
    fc.constantFrom('Trade grew in May.', 'Exports to Vologda rose 21%.', 'MAZ builds buses.', 'New words.'),
    {
      maxLength: 5,
    },
  )
  .map((all) => all.join('\n\n'));
const side = fc
  .record({
    title: fc.constantFrom('T', 'U', 'V'),
    text: anyText,
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'B', 'c'), { selector: (tag) => tag.toLowerCase() }),
    comments: fc.array(fc.constantFrom('', 'x', 'y'), { minLength: 2, maxLength: 2 }),
    has: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
    replies: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('r0000001', 'r0000002', 'r0000003'),
        author: fc.constant('B'),
        created: fc.constant(EARLY),
        updated: moment,
        comment: fc.constantFrom('x', 'y', 'x y'),
      }),
      { selector: ({ id }) => id },
    ),
    source: fc.record({ agency: fc.constantFrom('BelTA', 'TASS') }, { requiredKeys: [] }),
    updated: moment,
    trashed: fc.constantFrom(null, LATE),
  })
  .map(({ comments, has, replies, text, ...parts }): Note => {
    const annotations = [rose, buses]
      .map((each, index) => ({ ...each, comment: comments[index] ?? '', updated: parts.updated, replies }))
      .filter((_, index) => has[index]);
    return { ...withText({ ...base, annotations }, text), ...parts };
  });

describe('a merge of any notes', () => {
  it('does not depend on whose is whose, and is the same when it is made again', () => {
    fc.assert(
      fc.property(side, side, side, (before, mine, theirs) => {
        const merged = mergeNotes(before, mine, theirs);
        expect(merged).toEqual(mergeNotes(before, theirs, mine));
        expect(mergeNotes(merged.note, merged.note, merged.note).note).toBe(merged.note);
        expect(mergeNotes(before, merged.note, merged.note)).toEqual({ note: merged.note, clashes: [] });
      }),
    );
  });

  it('of what only one changed, or both alike, is that', () => {
    fc.assert(
      fc.property(side, side, (before, other) => {
        expect(mergeNotes(before, other, before).note).toEqual(other);
        expect(mergeNotes(before, before, other).note).toEqual(other);
        expect(mergeNotes(before, other, structuredClone(other)).note).toEqual(other);
      }),
    );
  });

  it('loses no tag and no annotation that either made, and no change of one', () => {
    fc.assert(
      fc.property(side, side, side, (before, mine, theirs) => {
        const { note } = mergeNotes(before, mine, theirs);
        for (const made of [mine, theirs]) {
          for (const tag of made.tags)
            if (!before.tags.includes(tag))
              expect(note.tags.map((each) => each.toLowerCase())).toContain(tag.toLowerCase());
          for (const each of made.annotations) {
            const was = before.annotations.find(({ id }) => id === each.id);
            if (!was || was.comment !== each.comment)
              expect(note.annotations.find(({ id }) => id === each.id)?.comment).toContain(each.comment);
            const replies = note.annotations.find(({ id }) => id === each.id)?.replies ?? [];
            for (const reply of each.replies)
              if (!was?.replies.some((earlier) => isSame(earlier, reply)))
                expect(replies.map(({ id }) => id)).toContain(reply.id);
          }
        }
        for (const { target, state } of note.annotations)
          if (isSame(state, 'exact'))
            expect(plainText(note.text).slice(target[0].start, target[0].end)).toBe(target[1].exact);
      }),
    );
  });
});

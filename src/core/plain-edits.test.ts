import fc from 'fast-check';
import { expect, describe as suite, test } from 'vitest';
import { describe, reanchor } from './anchor';
import { operate } from './library';
import { plainText } from './markdown';
import { newNote } from './note';
import type { Operation, TextEdit } from './operation';
import { plainEdits } from './plain-edits';
import type { Annotation, Note } from './schema';

/** A text after some edits. */
function edited(text: string, edits: readonly (TextEdit & { insert: string })[]): string {
  let after = '';
  let at = 0;
  for (const { from, to, insert } of edits) {
    after += text.slice(at, from) + insert;
    at = to;
  }
  return after + text.slice(at);
}

const edit = (from: number, to: number, insert = '') => ({ from, to, length: insert.length, insert });

suite('plainEdits', () => {
  test('tells what an edit of the Markdown is in the plain text', () => {
    const before = 'One **two** three.\n\nFour.';
    const at = before.indexOf('two');
    const change = edit(at, at + 3, 'twelve');
    expect(plainEdits(before, edited(before, [change]), [change])).toEqual({
      before: 'One two three.\nFour.',
      after: 'One twelve three.\nFour.',
      edits: [{ a0: 4, a1: 7, b0: 4, b1: 10 }],
    });
  });

  test.each([
    ['makes words bold', 'One two three.', [edit(4, 4, '**'), edit(7, 7, '**')], []],
    ['adds a paragraph', 'One.\n\nThree.', [edit(6, 6, 'Two.\n\n')], [{ a0: 5, a1: 5, b0: 5, b1: 10 }]],
    ['deletes the last', 'One.\n\nTwo.', [edit(4, 10)], [{ a0: 4, a1: 9, b0: 4, b1: 4 }]],
  ])('%s', (_, before, changes, edits) => {
    expect(plainEdits(before, edited(before, changes), changes)?.edits).toEqual(edits);
  });

  test.each([
    ['it is not what was done', 'One two.', 'One three.', [edit(0, 3, 'One')]],
    ['its places are none', 'One.', 'One.', [edit(9, 12)]],
    ['its edits are not in order', 'One two.', 'One two.', [edit(4, 5, 't'), edit(0, 1, 'O')]],
    ['what follows reads otherwise', 'a\n\n*b*\n\n`c`', '```\na\n\n*b*\n\n`c`', [edit(0, 0, '```\n')]],
  ])('is nothing where %s', (_, before, after, edits) => {
    expect(plainEdits(before, after, edits)).toBeNull();
  });
});

suite('reanchor, knowing the edits', () => {
  // Few words, so that everything stands there many times.
  const sentence = fc.constantFrom(
    'Exports rose by a fifth.',
    'Imports fell.',
    'No figures were given.',
    'Exports rose.',
  );
  const before = fc.array(sentence, { minLength: 3, maxLength: 20 }).chain((all) =>
    fc.array(fc.constantFrom(' ', '\n\n'), { minLength: all.length, maxLength: all.length }).map((gaps) =>
      all
        .map((words, index) => words + (gaps[index] ?? ' '))
        .join('')
        .trim(),
    ),
  );
  const insert = fc.oneof(fc.constant(''), sentence, fc.constantFrom('x', 'Exports', ' rose', '\n\n', ' '));
  const scenes = before.chain((text) =>
    fc
      .tuple(
        fc.array(fc.tuple(fc.nat(text.length), fc.nat(40), insert), { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(text.length), fc.integer({ min: 1, max: 60 })), {
          minLength: 1,
          maxLength: 8,
        }),
      )
      .map(([changes, passages]) => {
        const edits: ReturnType<typeof edit>[] = [];
        for (const [at, length, words] of changes.sort((a, b) => a[0] - b[0])) {
          const from = Math.max(at, (edits.at(-1)?.to ?? -1) + 1);
          if (from <= text.length) edits.push(edit(from, Math.min(text.length, from + length), words));
        }
        return { text, edits, passages };
      }),
  );

  test('a passage that was not touched stays exactly there, however often its words stand in the text', () => {
    fc.assert(
      fc.property(scenes, ({ text, edits, passages }) => {
        const after = edited(text, edits);
        const known = plainEdits(text, after, edits);
        if (!known) return;
        const plain = plainText(text);
        const spans = passages
          .map(([start, length]) => ({ start, end: Math.min(plain.length, start + length) }))
          .filter(({ start, end }) => plain.slice(start, end).trim().length > 0);
        const anchored = reanchor(
          known.before,
          known.after,
          spans.map(({ start, end }) => describe(plain, start, end)),
          known.edits,
        );
        spans.forEach(({ start, end }, index) => {
          if (
            known.edits.some(({ a0, a1 }) => a0 < end && a1 > start) ||
            known.edits.some(({ a0 }) => a0 === start || a0 === end)
          )
            return;
          const shift = known.edits
            .filter(({ a1 }) => a1 <= start)
            .reduce((sum, { a0, a1, b0, b1 }) => sum + b1 - b0 - (a1 - a0), 0);
          expect(anchored[index]).toEqual({ state: 'exact', start: start + shift, end: end + shift });
        });
      }),
      { numRuns: 2000 },
    );
  });

  test('no end falls into a letter whose mark was put behind it', () => {
    const [anchored] = reanchor(
      'a cafe',
      'a cafe\u0301',
      [describe('a cafe', 2, 6)],
      [{ a0: 6, a1: 6, b0: 6, b1: 7 }],
    );
    expect(anchored).toEqual({ state: 'changed', start: 2, end: 7 });
  });

  test('of two equal sentences the one that was deleted is lost', () => {
    const text = 'Exports rose. Exports rose. Exports rose.';
    const note = withPassages(text, [0, 14, 28]);
    const states = (change: ReturnType<typeof edit>): string[] =>
      saved(note, edited(text, [change]), [change]).annotations.map(
        ({ id, state, target }) => `${id} ${state} ${target[0].start}`,
      );
    expect(states(edit(0, 14)).sort()).toEqual(['0 orphan 0', '1 exact 0', '2 exact 14']);
    expect(states(edit(14, 28)).sort()).toEqual(['0 exact 0', '1 orphan 14', '2 exact 14']);
  });

  test('a copy that is pasted before its original does not take the annotation', () => {
    const text = 'Imports fell.\n\nExports rose.';
    const change = edit(0, 0, 'Exports rose.\n\n');
    const [annotation] = saved(withPassages(text, [14]), edited(text, [change]), [change]).annotations;
    expect(annotation).toMatchObject({ state: 'exact', target: [{ start: 28, end: 41 }, {}] });
  });

  test('what was cut and pasted is followed', () => {
    const text = 'Exports to the region rose by a fifth last year.\n\nImports fell.';
    const cut = 'Exports to the region rose by a fifth last year.';
    const changes = [edit(0, cut.length + 2), edit(text.length, text.length, `\n\n${cut}`)];
    const [annotation] = saved(
      withPassages(text, [0], cut.length),
      edited(text, changes),
      changes,
    ).annotations;
    expect(annotation).toMatchObject({ state: 'moved', target: [{ start: 14 }, {}] });
  });
});

function withPassages(text: string, starts: readonly number[], length = 13): Note {
  const plain = plainText(text);
  const note = newNote('noteabcdefgh', '2026-01-01T00:00:00.000Z', { text });
  const annotations = starts.map(
    (start, index): Annotation => ({
      id: String(index),
      kind: 'remark',
      comment: '',
      author: '',
      created: note.created,
      updated: note.created,
      resolved: null,
      state: 'exact',
      replies: [],
      target: describe(plain, start, start + length),
    }),
  );
  return { ...note, annotations };
}

function saved(note: Note, text: string, edits: readonly TextEdit[]): Note {
  const circumstances = { at: '2026-01-02T00:00:00.000Z', author: '', newId: () => 'x', copyTitle: String };
  const operation: Operation = { type: 'edit-text', note: note.id, text, base: note.text, edits: [...edits] };
  const done = operate(new Map([[note.id, note]]), operation, circumstances);
  const after = done.ok ? done.value.changes[0]?.after : null;
  if (!after) throw new Error('the text was not edited');
  return after;
}

import fc from 'fast-check';
import { expect, describe as suite, test } from 'vitest';
import { type Anchored, describe, reanchor, resolve } from './anchor';
import { graphemeEnd, graphemeStart } from './anchor/graphemes';

/** Of each promise; a failure prints its seed and path. */
const RUNS = 2000;
const check = <T>(arbitrary: fc.Arbitrary<T>, property: (value: T) => void): void =>
  fc.assert(fc.property(arbitrary, property), { numRuns: RUNS });

const LITTLE = ['the', 'of', 'in', 'and', 'a', 'и', 'в', 'на', 'з', 'у', 'по', 'да', '21%', '2025', '8%'];
const letters = fc.constantFrom(...'abdegiklmnoprstuvабвгдеікмнопрстўьяёй');
const word = fc.oneof(
  { arbitrary: fc.array(letters, { minLength: 3, maxLength: 11 }).map((list) => list.join('')), weight: 5 },
  { arbitrary: fc.constantFrom(...LITTLE), weight: 2 },
);
const sentence = fc
  .tuple(fc.array(word, { minLength: 5, maxLength: 16 }), fc.constantFrom('.', '?', '!', '.”', '…'))
  .map(([words, end]) => `${words.join(' ').replace(/^./, (first) => first.toUpperCase())}${end}`)
  // A sentence of little words only could be found in any other.
  .filter((words) => words.split(' ').filter((each) => !LITTLE.includes(each)).length >= 4);
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
const paragraphs = fc.uniqueArray(paragraph, { minLength: 4, maxLength: 9 });
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '👍🏽',
        '👨‍👩‍👧',
        'e\u0301',
        '\r\n',
        ' ',
        'שלום',
        'ع',
        '\u00ad',
        '\u00a0',
        '🇧🇾',
        'и\u0306',
        'слова',
        'a',
        '.',
        '\n',
      ),
      { maxLength: 40 },
    )
    .map((list) => list.join('')),
  paragraphs.map((list) => list.join('\n')),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });

const placeOf = (anchored: Anchored | undefined) =>
  anchored && 'start' in anchored ? { start: anchored.start, end: anchored.end } : undefined;
const only = (before: string, after: string, start: number, end: number): Anchored => {
  const [anchored] = reanchor(before, after, [describe(before, start, end)]);
  if (!anchored) throw new Error('a target was dropped');
  return anchored;
};
const overlap = (x: { start: number; end: number }, y: { start: number; end: number }): number =>
  (Math.min(x.end, y.end) - Math.max(x.start, y.start)) /
  (Math.max(x.end, y.end) - Math.min(x.start, y.start));
/** Some words of a stretch: from the start of one to the end of another. */
const someWords = (text: string, from: number, to: number, first: number, last: number) => {
  const words = [...text.slice(from, to).matchAll(/\S+/g)];
  const one = Math.floor(first * (words.length - 1));
  const other = one + Math.floor(last * (words.length - one - 1));
  const begin = words[one]?.index ?? 0;
  return { start: from + begin, end: from + (words[other]?.index ?? 0) + (words[other]?.[0].length ?? 0) };
};

suite('promises', () => {
  test('a passage is found again in its own text, also when its words repeat', () => {
    check(fc.tuple(anyText, share, share, fc.nat(3)), ([once, a, b, repeats]) => {
      const text = `${once}\n`.repeat(repeats) + once;
      const target = describe(text, Math.floor(a * text.length), Math.floor(b * text.length));
      const [{ start, end }, { exact }] = target;
      const found = resolve(text, target);
      if (exact.trim() !== '') expect(found).toEqual({ state: 'exact', start, end });
      expect(reanchor(text, text, [target])).toEqual([{ state: 'exact', start, end }]);
    });
  });

  test('nothing is dropped, no end is inside a character, the same words are called the same', () => {
    check(
      fc.tuple(anyText, anyText, fc.array(fc.tuple(share, share), { maxLength: 6 })),
      ([before, after, ranges]) => {
        const targets = ranges.map(([a, b]) =>
          describe(before, Math.floor(a * before.length), Math.floor(b * before.length)),
        );
        for (const all of [
          reanchor(before, after, targets),
          targets.map((target) => resolve(after, target)),
        ]) {
          expect(all).toHaveLength(targets.length);
          all.forEach((anchored, nth) => {
            const places =
              'start' in anchored ? [anchored] : 'candidates' in anchored ? anchored.candidates : [];
            for (const { start, end } of places) {
              expect(start).toBeGreaterThanOrEqual(0);
              expect(start).toBeLessThanOrEqual(end);
              expect(end).toBeLessThanOrEqual(after.length);
            }
            if (anchored.state === 'ambiguous') expect(anchored.candidates.length).toBeGreaterThan(0);
            if (anchored.state === 'exact' || anchored.state === 'moved')
              expect(after.slice(anchored.start, anchored.end)).toBe(targets[nth]?.[1].exact);
            if (anchored.state !== 'changed') return;
            expect(graphemeStart(after, anchored.start)).toBe(anchored.start);
            expect(graphemeEnd(after, anchored.end)).toBe(anchored.end);
          });
        }
      },
    );
  });

  test('an untouched passage stays, whatever one edit does beside it', () => {
    check(
      fc.tuple(
        paragraphs,
        sentence,
        fc.nat(20),
        share,
        fc.nat(200),
        fc.oneof(fc.constant(''), sentence, word),
        share,
        share,
      ),
      ([list, twin, copies, at, length, inserted, a, b]) => {
        const before = list
          .flatMap((each) => [each, ...(copies > 5 ? Array(Math.ceil(copies / 5)).fill(twin) : [])])
          .join('\n');
        const start = Math.floor(at * before.length);
        const end = Math.min(before.length, start + length);
        const after = before.slice(0, start) + inserted + before.slice(end);
        // What the edit could have been instead, if like characters stand at its ends.
        let prefix = 0;
        while (prefix < Math.min(before.length, after.length) && before[prefix] === after[prefix])
          prefix += 1;
        let suffix = 0;
        while (
          suffix < Math.min(before.length, after.length) &&
          before.at(-1 - suffix) === after.at(-1 - suffix)
        )
          suffix += 1;
        const safeStart = Math.min(start, before.length - suffix, after.length - suffix);
        const safeEnd = Math.max(end, prefix, prefix + before.length - after.length);
        for (const [from, to, shift] of [
          [0, safeStart, 0],
          [safeEnd, before.length, after.length - before.length],
        ] as const) {
          if (to - from < 4) continue;
          const passage = someWords(before, from, to, a, b);
          if (passage.start === passage.end) continue;
          expect(only(before, after, passage.start, passage.end)).toEqual({
            state: 'exact',
            start: passage.start + shift,
            end: passage.end + shift,
          });
        }
      },
    );
  });

  test('twenty twins: each stays itself while others are deleted', () => {
    check(
      fc.tuple(sentence, fc.array(sentence, { minLength: 20, maxLength: 20 }), fc.nat(19), fc.nat(19)),
      ([twin, others, kept, gone]) => {
        fc.pre(kept !== gone && new Set([...others, twin]).size === 21);
        const texts = others.map((other) => `${other} ${twin}`);
        const before = texts.join('\n');
        const offset = (list: readonly string[], nth: number) =>
          list.slice(0, nth).reduce((sum, each) => sum + each.length + 1, (others[nth] ?? '').length + 1);
        const after = texts.map((each, nth) => (nth === gone ? (others[nth] ?? '') : each));
        const start = offset(texts, kept);
        expect(only(before, after.join('\n'), start, start + twin.length)).toEqual({
          state: 'exact',
          start: offset(after, kept),
          end: offset(after, kept) + twin.length,
        });
        const lost = offset(texts, gone);
        expect(only(before, after.join('\n'), lost, lost + twin.length).state).toBe('orphan');
        expect(['orphan', 'ambiguous']).toContain(
          resolve(after.join('\n'), describe(before, lost, lost + twin.length)).state,
        );
      },
    );
  });

  test('paragraphs that move, double or go take or leave their own passages only', () => {
    check(
      fc.tuple(
        paragraphs,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('move', 'copy', 'delete'),
        fc.nat(),
        share,
        share,
      ),
      ([list, from, to, way, watched, a, b]) => {
        const index = from % list.length;
        const rest = list.filter((_, nth) => nth !== index);
        const chosen = list[index] ?? '';
        const place = to % (rest.length + 1);
        // A copy beside its original: nobody can say which is which.
        if (way === 'copy') fc.pre(place !== index && place !== index + 1);
        const after =
          way === 'delete'
            ? rest
            : way === 'move'
              ? [...rest.slice(0, place), chosen, ...rest.slice(place)]
              : [...list.slice(0, place), chosen, ...list.slice(place)];
        const nth = watched % list.length;
        const own = list[nth] ?? '';
        const before = list.join('\n');
        const begin = list.slice(0, nth).reduce((sum, each) => sum + each.length + 1, 0);
        const passage = someWords(before, begin, begin + own.length, a, b);
        const found = only(before, after.join('\n'), passage.start, passage.end);
        if (way === 'delete' && nth === index) {
          expect(found.state).toBe('orphan');
          return;
        }
        const now = way === 'copy' ? (place <= nth ? nth + 1 : nth) : after.indexOf(own);
        const shift = after.slice(0, now).reduce((sum, each) => sum + each.length + 1, 0) - begin;
        expect(placeOf(found)).toEqual({ start: passage.start + shift, end: passage.end + shift });
      },
    );
  });

  test('a lightly edited sentence keeps its annotation, a copy of the original does not steal it', () => {
    const edits = fc.array(fc.tuple(share, fc.constantFrom('insert', 'delete', 'replace'), letters), {
      minLength: 1,
      maxLength: 30,
    });
    check(fc.tuple(paragraphs, fc.nat(), edits, fc.boolean()), ([list, which, changes, copied]) => {
      const nth = which % list.length;
      const own = list[nth] ?? '';
      let edited = own;
      for (const [at, way, letter] of changes.slice(0, Math.floor(own.length / 5))) {
        const place = Math.floor(at * Math.max(0, edited.length - 1));
        edited =
          edited.slice(0, place) +
          (way === 'delete' ? '' : letter) +
          edited.slice(way === 'insert' ? place : place + 1);
      }
      const now = list.map((each, at) => (at === nth ? edited : each));
      if (copied) now.splice(nth < 2 ? list.length : 0, 0, own);
      const before = list.join('\n');
      const begin = list.slice(0, nth).reduce((sum, each) => sum + each.length + 1, 0);
      const there = nth + (copied && nth >= 2 ? 1 : 0);
      const start = now.slice(0, there).reduce((sum, each) => sum + each.length + 1, 0);
      const truth = { start, end: start + edited.length };
      const place = placeOf(only(before, now.join('\n'), begin, begin + own.length));
      expect(place).toBeDefined();
      expect(overlap(place ?? { start: 0, end: 0 }, truth)).toBeGreaterThan(0.75);
      const found = placeOf(resolve(now.join('\n'), describe(before, begin, begin + own.length)));
      if (found && !copied) expect(overlap(found, truth)).toBeGreaterThan(0.6);
    });
  });

  test('a deleted or rewritten sentence gives an orphan beside a lookalike, and undoing brings it back', () => {
    check(
      fc.tuple(paragraphs, fc.nat(), sentence, fc.boolean(), fc.boolean()),
      ([list, which, other, rewritten, near]) => {
        const nth = which % list.length;
        const own = (list[nth] ?? '').split(/(?<=[.?!…]”?) /)[0] ?? '';
        const words = own.split(' ');
        words[words.length >> 1] = 'lookalike';
        const texts = list.map((each, at) =>
          at === (near ? nth : (nth + 2) % list.length) ? `${each} ${words.join(' ')}` : each,
        );
        const before = texts.join('\n');
        const start = texts.slice(0, nth).reduce((sum, each) => sum + each.length + 1, 0);
        const after =
          before.slice(0, start) +
          (rewritten ? other : '') +
          before.slice(start + own.length + (rewritten ? 0 : 1));
        const target = describe(before, start, start + own.length);
        expect(reanchor(before, after, [target])[0]?.state).toBe('orphan');
        expect(placeOf(resolve(after, target))).toBeUndefined();
        expect(reanchor(after, before, [target])[0]).toEqual({
          state: 'exact',
          start,
          end: start + own.length,
        });
      },
    );
  });
});

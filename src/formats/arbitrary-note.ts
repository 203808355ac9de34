import fc from 'fast-check';
import { describe as describePassage } from '../core/annotation';
import { plainText } from '../core/markdown';
import { newNote } from '../core/note';
import type { Annotation, Note, Reply } from '../core/schema';
import { changeTags, parseTag } from '../core/tags';
import { ANCHOR_STATES, KINDS } from '../core/vocabulary';

/** Any text that a note can hold: no NUL, no half of a surrogate pair. */
const words = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'grapheme', maxLength }),
      fc.string({ unit: 'binary', maxLength }),
      fc.string({ unit: fc.constantFrom(...'ab "\'#:-|>\n\t%&*!?{}[],~ 0.e'), maxLength }),
      fc.constantFrom(
        'yes',
        'null',
        '~',
        '2025-01-30',
        '1e3',
        '0x1f',
        '- a',
        '? b',
        '---',
        'a: b',
        '|',
        '<<',
        '*x',
        '&x',
      ),
    )
    .map((text) => text.replaceAll('\0', '').toWellFormed());

const moment = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString());
const day = moment.map((at) => at.slice(0, 10));
const id = fc.stringMatching(/^[0-9a-z]{20}$/);
const maybe = <T>(key: string, value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc.option(value).map((given) => (given === null ? {} : { [key]: given }));
const record = (...parts: fc.Arbitrary<Record<string, unknown>>[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.tuple(...parts).map((all) => Object.assign({}, ...all));

const text = fc
  .array(
    fc.oneof(
      words(200),
      fc.lorem({ maxCount: 30 }),
      fc.constantFrom('# Heading', '- item', '> quote', '---'),
    ),
  )
  .map((blocks) => blocks.join('\n\n'));

const reply: fc.Arbitrary<Reply> = fc.record({
  id,
  comment: words(200),
  author: words(30),
  created: moment,
  updated: moment,
});

const annotationOf = (plain: string): fc.Arbitrary<Annotation> =>
  fc
    .record({
      place: fc.tuple(fc.nat(plain.length), fc.nat(plain.length)),
      fixed: fc.record({
        id,
        kind: fc.constantFrom(...KINDS),
        comment: words(300),
        author: words(30),
        created: moment,
        updated: moment,
        resolved: fc.option(moment),
        replies: fc.uniqueArray(reply, { maxLength: 3, selector: (each) => each.id }),
      }),
      state: fc.constantFrom(...ANCHOR_STATES),
      more: record(maybe('quoted', words(40)), maybe('who', words(20)), maybe('by', words(20))),
    })
    .map(({ place, fixed, state, more }) => {
      const target = describePassage(plain, Math.min(...place), Math.max(...place));
      const isEmpty = target[0].start >= target[0].end;
      return { ...fixed, ...more, target, state: isEmpty ? 'orphan' : state };
    });

/** Any note that the library can hold, its annotations anchored in its text. */
export const arbitraryNote: fc.Arbitrary<Note> = fc
  .record({
    id,
    created: moment,
    text,
    parts: fc.record({
      title: words(80),
      language: fc.constantFrom('en', 'ru', 'be', 'zh-Hant'),
      source: record(
        ...['agency', 'place', 'author', 'address', 'dateline'].map((key) => maybe(key, words(40))),
        maybe('date', day),
        maybe('accessed', day),
      ),
      details: record(
        ...['reference', 'to', 'from', 'by', 'purpose'].map((key) => maybe(key, words(40))),
        maybe('date', day),
        maybe('for', fc.constantFrom('information', 'discussion', 'decision')),
      ),
      tags: fc.array(words(20)).map((typed) =>
        changeTags([], {
          add: typed.map(parseTag).flatMap((tag) => (tag.ok ? [tag.value] : [])),
          remove: [],
        }),
      ),
      updated: moment,
      pinned: fc.boolean(),
      archived: fc.boolean(),
      trashed: fc.option(moment),
    }),
  })
  .chain(({ id: noteId, created, text: body, parts: { updated, ...parts } }) =>
    fc.array(annotationOf(plainText(body)), { maxLength: 4 }).map((annotations) => ({
      ...newNote(noteId, created, { ...parts, text: body, annotations }),
      updated,
    })),
  );

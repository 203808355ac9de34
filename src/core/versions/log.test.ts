import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newNote } from '../note';
import type { Note } from '../schema';
import { canonical } from './canonical';
import { type ChainEnd, nextLine } from './chain';
import type { NoteData } from './data';
import { written } from './line';
import { readLog, Versions } from './log';
import { rewritten } from './rewriting';

const AT = '2026-01-01T00:00:00.000Z';
const sumOf = (note: NoteData): string =>
  createHash('sha1').update(canonical(note)).digest('hex').slice(0, 16);
const idOf = (index: number): string => `version${String(index).padStart(3, '0')}`;
const noteOf = (text: string): Note => newNote('note0001', AT, { text });

/** The lines of a log of these texts, one version each. */
function logOf(texts: readonly string[]): string[] {
  let last: { end: ChainEnd; note: Note } | null = null;
  return texts.map((text, index) => {
    const note = noteOf(text);
    const head = { version: idOf(index), at: AT, by: 'edit-text', sum: sumOf(note) };
    const next: ReturnType<typeof nextLine> = nextLine(head, note, last);
    last = { end: next.end, note };
    return next.text.trimEnd();
  });
}

const textsIn = (lines: readonly string[]): (string | null)[] => {
  const log = readLog(lines);
  const versions = new Versions(log, sumOf);
  return log.versions.map(({ line }) => versions.note(line.version)?.text ?? null);
};
const wholeIn = (lines: readonly string[]): number => lines.filter((line) => line.includes('"note":')).length;

describe('a log', () => {
  it('gives every version back, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 20 }), (texts) => {
        expect(textsIn(logOf(texts))).toEqual(texts);
        expect(textsIn(logOf(texts).reverse())).toEqual([...texts].reverse());
      }),
    );
  });

  it('holds small changes as changes, and a whole version where those together are as large as one', () => {
    const long = 'word '.repeat(400);
    const lines = logOf(Array.from({ length: 100 }, (_, index) => `${long}${'x'.repeat(index)}`));
    expect(wholeIn(lines)).toBeGreaterThan(1);
    expect(wholeIn(lines)).toBeLessThan(12);
  });

  it('passes over lines that are torn, zeroed or of another kind, and what is made of them up to the next whole one', () => {
    const texts = Array.from({ length: 60 }, (_, index) => `${'word '.repeat(40)}${index}`);
    const lines = logOf(texts);
    const second = lines.findIndex((line, index) => index > 0 && line.includes('"note":'));
    lines[2] = lines[2]?.slice(0, 30) ?? '';
    lines[second + 5] = '\0'.repeat(50);
    lines.splice(second, 0, '{"of the future":1}');
    const found = textsIn(lines);
    expect(found.slice(0, 2)).toEqual(texts.slice(0, 2));
    expect(found.slice(2, second - 1).every((text) => text === null)).toBe(true);
    expect(found.slice(second - 1, second + 4)).toEqual(texts.slice(second, second + 5));
    expect(readLog(lines).damaged).toHaveLength(3);
  });

  it('does not give a version whose content is not what it was', () => {
    const lines = logOf(['One two three', 'One two three four']);
    expect(textsIn(lines.map((line) => line.replace('One', 'Ono')))).toEqual([null, null]);
  });

  it('does not turn in circles', () => {
    const head = { at: AT, by: 'edit-text', sum: 'x', change: {} };
    const lines = [
      written({ ...head, version: idOf(1), from: idOf(2) }),
      written({ ...head, version: idOf(2), from: idOf(1) }),
    ];
    expect(textsIn(lines)).toEqual([null, null]);
    const log = readLog(lines);
    expect(new Versions(log, sumOf).isThere(idOf(1))).toBe(false);
  });

  it('knows names, the last one given, and whether the note is gone', () => {
    const lines = [
      ...logOf(['a', 'b']),
      written({ label: 'As sent', of: idOf(0) }),
      written({ label: 'Draft', of: idOf(1) }),
      written({ label: '', of: idOf(1) }),
      written({ gone: AT, by: 'delete' }),
    ];
    expect([...readLog(lines).labels]).toEqual([[idOf(0), 'As sent']]);
    expect(readLog(lines).gone).toEqual({ gone: AT, by: 'delete' });
    expect(readLog([...lines, ...logOf(['c'])]).gone).not.toBeNull();
    expect(readLog([...lines, logOf(['a', 'b', 'c', 'd'])[3] ?? '']).gone).toBeNull();
  });
});

describe('a log that is written anew', () => {
  it('holds what is kept, names, and the damaged lines as they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.lorem({ maxCount: 40 }), fc.boolean(), fc.boolean()), { maxLength: 30 }),
        (parts) => {
          const lines = logOf(parts.map(([text]) => text));
          // A damaged line in between damages the changes after it, not whole versions.
          const torn = lines.flatMap((line, index) =>
            parts[index]?.[2] ? [line.slice(0, 9), line] : [line],
          );
          torn.push(written({ label: 'Named', of: idOf(0) }));
          const log = readLog(torn);
          const kept = new Set(parts.flatMap(([, isKept], index) => (isKept ? [idOf(index)] : [])));
          const anew = [...rewritten(log, new Versions(log, sumOf), kept)].map((line) =>
            typeof line === 'number' ? (torn[line] ?? '') : line.trimEnd(),
          );
          expect(textsIn(anew)).toEqual(parts.filter(([, isKept]) => isKept).map(([text]) => text));
          const again = readLog(anew);
          expect(again.labels).toEqual(log.labels);
          expect(again.damaged.map((at) => anew[at])).toEqual(log.damaged.map((at) => torn[at]));
        },
      ),
    );
  });
});

import { createHash } from 'node:crypto';
import { canonical } from '../../core/versions/canonical';
import type { NoteData } from '../../core/versions/data';

const known = new WeakMap<NoteData, string>();

/** What tells a note's content: the first 16 hexadecimal digits of the SHA-1 of its canonical JSON. */
export function sumOf(note: NoteData): string {
  const before = known.get(note);
  if (before !== undefined) return before;
  const sum = createHash('sha1').update(canonical(note)).digest('hex').slice(0, 16);
  known.set(note, sum);
  return sum;
}

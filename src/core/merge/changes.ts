import { align } from './align';
import { words } from './units';

/** A stretch of a text that has other words in the next one. Offsets in UTF-16 code units of the text before, half-open. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** What makes one text of another, by words: what stays, stays in its place under a cursor. In their order. */
export function changesBetween(before: string, after: string): TextChange[] {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const [a, b] = [before, after].map((text) => pieces(text.slice(head, text.length - tail)));
  if (!a || !b) return [];
  const places = align(a, b);
  const changes: TextChange[] = [];
  let [from, at] = [head, head];
  let [index, fromB] = [0, 0];
  const until = (place: number): void => {
    const insert = b.slice(fromB, place).join('');
    if (at > from || insert !== '') changes.push({ from, to: at, insert });
  };
  for (const piece of a) {
    const place = places[index] ?? -1;
    if (place >= 0) {
      until(place);
      fromB = place + 1;
      from = at + piece.length;
    }
    at += piece.length;
    index += 1;
  }
  until(b.length);
  return changes;
}

/** The words of a text, each with the white space before it, and what is behind the last. */
function pieces(text: string): string[] {
  const { units, tail } = words.cut(text);
  const found = units.map(({ gap, content }) => gap + content);
  return tail === '' ? found : [...found, tail];
}

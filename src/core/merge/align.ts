import { diffArrays } from 'diff';
import { heaviestChain } from '../anchor/chain';

/** Where nothing stands once in both texts, no more than so many differences are looked for: the time grows with their square. */
const MOST_DIFFERENCES = 500;

/**
 * Which items of two lists correspond: what stands once in both says where the lists agree (Bram Cohen's patience diff), and between
 * those places the fewest differences do (Myers 1986).
 * @returns for each item of `a` its place in `b`, rising; -1: it has none
 */
export function align(a: readonly string[], b: readonly string[]): Int32Array {
  const places = new Int32Array(a.length).fill(-1);
  const ranges: Range[] = [{ a0: 0, a1: a.length, b0: 0, b1: b.length }];
  for (let range = ranges.pop(); range; range = ranges.pop()) {
    const rest = withoutEnds(a, b, range, places);
    if (rest.a0 === rest.a1 || rest.b0 === rest.b1) continue;
    const anchors = commonOnce(a, b, rest);
    if (anchors.length === 0) fewestDifferences(a, b, rest, places);
    let { a0, b0 } = rest;
    for (const anchor of anchors) {
      places[anchor.a] = anchor.b;
      ranges.push({ a0, a1: anchor.a, b0, b1: anchor.b });
      a0 = anchor.a + 1;
      b0 = anchor.b + 1;
    }
    if (anchors.length > 0) ranges.push({ ...rest, a0, b0 });
  }
  return places;
}

interface Range {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** Takes off what both ranges begin and end with. */
function withoutEnds(a: readonly string[], b: readonly string[], range: Range, places: Int32Array): Range {
  let { a0, a1, b0, b1 } = range;
  while (a0 < a1 && b0 < b1 && a[a0] === b[b0]) {
    places[a0] = b0;
    a0 += 1;
    b0 += 1;
  }
  while (a0 < a1 && b0 < b1 && a[a1 - 1] === b[b1 - 1]) {
    a1 -= 1;
    b1 -= 1;
    places[a1] = b1;
  }
  return { a0, a1, b0, b1 };
}

/** The items that stand once in each range, as many as stand in the same order. */
function commonOnce(a: readonly string[], b: readonly string[], { a0, a1, b0, b1 }: Range) {
  const inA = onlyPlaces(a, a0, a1);
  const inB = onlyPlaces(b, b0, b1);
  const pairs = [...inA].flatMap(([item, place]) => {
    const other = inB.get(item);
    return place === undefined || other === undefined ? [] : [{ a: place, b: other, weight: 1 }];
  });
  return heaviestChain(pairs);
}

/** The place of each item; undefined where it has several. */
function onlyPlaces(items: readonly string[], from: number, to: number): Map<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (let at = from; at < to; at += 1) {
    const item = items[at];
    if (item !== undefined) places.set(item, places.has(item) ? undefined : at);
  }
  return places;
}

function fewestDifferences(
  a: readonly string[],
  b: readonly string[],
  { a0, a1, b0, b1 }: Range,
  places: Int32Array,
): void {
  const parts = diffArrays(a.slice(a0, a1), b.slice(b0, b1), { maxEditLength: MOST_DIFFERENCES });
  let [atA, atB] = [a0, b0];
  for (const { added, removed, count } of parts ?? []) {
    if (!added && !removed) for (let each = 0; each < count; each += 1) places[atA + each] = atB + each;
    if (!added) atA += count;
    if (!removed) atB += count;
  }
}

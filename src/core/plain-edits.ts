import type { Edit } from './anchor';
import { type Span, withoutOuterSpace } from './highlight';
import { type MarkdownMap, mapMarkdown } from './markdown-map';
import type { TextEdit } from './operation';

/** Two plain texts, and what was edited of the one to make the other. */
export interface PlainEdits {
  readonly before: string;
  readonly after: string;
  readonly edits: readonly Edit[];
}

/**
 * What edits of a text's Markdown are in its plain text.
 * @param before Markdown
 * @param after Markdown
 * @param edits of `before`, in their order
 * @returns null: they are not what made the one text of the other, or change how what lies between them reads
 */
export function plainEdits(before: string, after: string, edits: readonly TextEdit[]): PlainEdits | null {
  const kept = keptAround(before, after, edits);
  if (!kept) return null;
  const [a, b] = [mapMarkdown(before), mapMarkdown(after)];
  const found: Edit[] = [];
  let [endA, endB] = [0, 0];
  for (const { a0, a1, b0, b1 } of kept) {
    const stretch = alike(a.text, spanOf(a, a0, a1), b.text, spanOf(b, b0, b1));
    if (!stretch || stretch.a0 < endA || stretch.b0 < endB) return null;
    found.push({ a0: endA, a1: stretch.a0, b0: endB, b1: stretch.b0 });
    [endA, endB] = [stretch.a1, stretch.b1];
  }
  found.push({ a0: endA, a1: a.text.length, b0: endB, b1: b.text.length });
  return {
    before: a.text,
    after: b.text,
    edits: found.filter(({ a0, a1, b0, b1 }) => a1 > a0 || b1 > b0),
  };
}

/** What lies around edits; null: it is not the same in both texts. */
function keptAround(before: string, after: string, edits: readonly TextEdit[]): Edit[] | null {
  const kept: Edit[] = [];
  let [inA, inB] = [0, 0];
  for (const { from, to, length } of [...edits, { from: before.length, to: before.length, length: 0 }]) {
    const stretch = { a0: inA, a1: from, b0: inB, b1: inB + from - inA };
    if (from < inA || to < from || stretch.b1 > after.length) return null;
    if (before.slice(inA, from) !== after.slice(inB, stretch.b1)) return null;
    if (from > inA) kept.push(stretch);
    [inA, inB] = [to, stretch.b1 + length];
  }
  return inB === after.length ? kept : null;
}

function spanOf(map: MarkdownMap, from: number, to: number): Span {
  const start = map.toPlain(from);
  return { start, end: Math.max(start, map.toPlain(to)) };
}

/** Two stretches that read the same; what parts blocks at their ends depends on what stands beside them. */
function alike(a: string, spanA: Span, b: string, spanB: Span): Edit | null {
  for (const [inA, inB] of [
    [spanA, spanB],
    [withoutOuterSpace(a, spanA), withoutOuterSpace(b, spanB)],
  ] as const)
    if (a.slice(inA.start, inA.end) === b.slice(inB.start, inB.end))
      return { a0: inA.start, a1: inA.end, b0: inB.start, b1: inB.end };
  return null;
}

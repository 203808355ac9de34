import { type Block, byKey, lines } from './blocks';
import { alike, weightOf } from './common-words';
import type { Tokens } from './tokens';

/** How alike a line must be to the one whose place it has, so that it is that one, edited. */
const EDITED = 0.75;
/** Units of weight (four a letter): shorter lines are like others by chance. */
const MIN_EDITED = 60;

/**
 * Tells of a sentence of the old text and one of the new, by their indices, whether they are none and the same, because of the lines
 * that they stand in. That is so where the new line stood once in the old text, whole, but was another line: where lines change
 * places, or one of two that are nearly the same is deleted, a sentence that both have goes with its own. And it is so where the
 * new line is a copy, put in elsewhere, of one that was edited and stands between its old neighbours.
 */
export function apartByLine(a: Tokens, b: Tokens): (sentenceA: number, sentenceB: number) => boolean {
  const linesA = lines(a);
  const linesB = lines(b);
  const placesA = byKey(linesA);
  const placesB = byKey(linesB);
  const home = new Map<number, number>();
  const copies = new Set<number>();
  for (const [key, [lineA = 0, ...moreA]] of placesA) {
    const [lineB, ...moreB] = placesB.get(key) ?? [];
    if (lineB === undefined || moreA.length + moreB.length > 0) continue;
    home.set(lineB, lineA);
    if (!isBeside(linesA, lineA, linesB, lineB) && staysEdited(lineA)) copies.add(lineB);
  }
  const ofA = linesOfUnits(a);
  const ofB = linesOfUnits(b);
  return (sentenceA, sentenceB) => {
    const lineB = ofB[sentenceB] ?? -1;
    const lineA = home.get(lineB);
    return lineA !== undefined && (lineA !== ofA[sentenceA] || copies.has(lineB));
  };

  function staysEdited(lineA: number): boolean {
    const line = linesA[lineA];
    if (!line || weightOf(a, line) < MIN_EDITED) return false;
    const before = linesA[lineA - 1];
    const places = before ? (placesB.get(before.key) ?? []).map((place) => place + 1) : [0];
    return places.some((place) => {
      const other = linesB[place];
      return (
        other !== undefined &&
        linesB[place + 1]?.key === linesA[lineA + 1]?.key &&
        !placesA.has(other.key) &&
        alike(a, line, b, other) >= EDITED
      );
    });
  }
}

/** Whether either neighbour of a line stands beside the other line, too. */
function isBeside(linesA: readonly Block[], lineA: number, linesB: readonly Block[], lineB: number): boolean {
  return (
    linesA[lineA - 1]?.key === linesB[lineB - 1]?.key || linesA[lineA + 1]?.key === linesB[lineB + 1]?.key
  );
}

/** For each sentence the line that it stands in. */
function linesOfUnits(tokens: Tokens): Int32Array {
  const found = new Int32Array(tokens.unit.length - 1);
  for (let line = 0; line + 1 < tokens.line.length; line += 1)
    found.fill(line, tokens.line[line], tokens.line[line + 1]);
  return found;
}

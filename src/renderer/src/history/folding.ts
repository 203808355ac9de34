import type { ComparedLine } from '../../../core/versions/compare-text';

/** Lines that are shown, or unchanged ones that are not, until somebody asks for them. */
export interface Section {
  /** Its first paragraph. */
  readonly at: number;
  readonly isFolded: boolean;
  readonly paragraphs: readonly Paragraph[];
}

export interface Paragraph {
  /** Which one of the comparison it is. */
  readonly at: number;
  readonly pieces: ComparedLine;
}

/** So many unchanged paragraphs beside a change are shown with it. */
const AROUND = 1;
/** Fewer are not worth hiding. */
const WORTH = 3;

export const isUnchanged = (line: ComparedLine): boolean => line.every(({ is }) => is === 'same');
const isBlank = (line: ComparedLine): boolean => line.every(({ text }) => text.trim() === '');

/** The paragraphs of a comparison in sections; blank lines, which parted them, are left out. */
export function sectionsOf(compared: readonly ComparedLine[]): Section[] {
  const lines = compared.filter((line) => !isBlank(line));
  const changed = lines.flatMap((line, index) => (isUnchanged(line) ? [] : [index]));
  const shown = new Set(
    changed.flatMap((index) => Array.from({ length: 2 * AROUND + 1 }, (_, step) => index - AROUND + step)),
  );
  const sections: { at: number; isFolded: boolean; paragraphs: Paragraph[] }[] = [];
  for (const [at, pieces] of lines.entries()) {
    const isFolded = !shown.has(at);
    const last = sections.at(-1);
    if (last?.isFolded === isFolded) last.paragraphs.push({ at, pieces });
    else sections.push({ at, isFolded, paragraphs: [{ at, pieces }] });
  }
  return sections.map((section) => ({
    ...section,
    isFolded: section.isFolded && section.paragraphs.length >= WORTH,
  }));
}

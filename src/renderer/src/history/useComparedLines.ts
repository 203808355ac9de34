import { useEffect, useState } from 'react';
import { type ComparedLine, comparedLines } from '../../../core/versions/compare-text';

/** So long the window does nothing else, in ms. */
const SLICE = 10;

/** What became of a text; null: it is being compared. Long texts are compared bit by bit, so that the window stays at hand. */
export function useComparedLines(before: string, after: string): readonly ComparedLine[] | null {
  const [lines, setLines] = useState<readonly ComparedLine[] | null>(null);
  useEffect(() => {
    const found: ComparedLine[] = [];
    const comparing = comparedLines(before, after);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const goOn = (): void => {
      const until = performance.now() + SLICE;
      for (let next = comparing.next(); !next.done; next = comparing.next()) {
        found.push(next.value);
        if (performance.now() < until) continue;
        timer = setTimeout(goOn);
        return;
      }
      setLines(found);
    };
    setLines(null);
    goOn();
    return () => clearTimeout(timer);
  }, [before, after]);
  return lines;
}

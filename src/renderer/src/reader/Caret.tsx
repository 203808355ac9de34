import { type RefObject, useLayoutEffect, useState } from 'react';

interface Place {
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

/** The caret of keyboard selection; the browser draws none in text that is not edited. */
export function Caret({ root, shown }: { root: RefObject<HTMLElement | null>; shown: boolean }) {
  const [place, setPlace] = useState<Place | null>(null);
  useLayoutEffect(() => {
    const draw = (): void => setPlace(shown && root.current ? caretPlace(root.current) : null);
    draw();
    document.addEventListener('selectionchange', draw);
    return () => document.removeEventListener('selectionchange', draw);
  }, [root, shown]);
  return place && <span className="caret" aria-hidden style={place} />;
}

function caretPlace(text: HTMLElement): Place | null {
  const selection = window.getSelection();
  if (!selection?.focusNode || !text.contains(selection.focusNode)) return null;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
  const origin = text.offsetParent?.getBoundingClientRect();
  if (!origin || box.height === 0) return null;
  return { left: box.left - origin.left, top: box.top - origin.top, height: box.height };
}

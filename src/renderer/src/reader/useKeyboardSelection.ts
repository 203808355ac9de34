import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react';

const MOVES: Record<string, ['forward' | 'backward', 'character' | 'line' | 'lineboundary']> = {
  ArrowRight: ['forward', 'character'],
  ArrowLeft: ['backward', 'character'],
  ArrowDown: ['forward', 'line'],
  ArrowUp: ['backward', 'line'],
  End: ['forward', 'lineboundary'],
  Home: ['backward', 'lineboundary'],
};

/**
 * Moves a caret through text that is not edited, and selects with Shift, as caret browsing does. The caret appears with the
 * first left or right arrow (or a shifted one); until then up and down scroll. Escape puts it away.
 */
export function useKeyboardSelection(root: RefObject<HTMLElement | null>) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const away = (): void => setShown(false);
    const element = root.current;
    element?.addEventListener('pointerdown', away);
    element?.addEventListener('focusout', away);
    return () => {
      element?.removeEventListener('pointerdown', away);
      element?.removeEventListener('focusout', away);
    };
  }, [root]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const element = root.current;
    const selection = window.getSelection();
    if (!element || !selection) return;
    if (event.key === 'Escape') {
      selection.removeAllRanges();
      setShown(false);
      return;
    }
    const move = MOVES[event.key];
    if (!move || event.altKey || event.metaKey) return;
    const inText = selection.rangeCount > 0 && element.contains(selection.focusNode);
    const vertical = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    const edge = move[1] === 'lineboundary';
    if (!event.shiftKey && !shown && (vertical || edge)) return;
    event.preventDefault();
    if (!inText) placeAtFirstLineInSight(element, selection);
    const [direction, unit] = move;
    const granularity = event.ctrlKey && unit === 'character' ? 'word' : unit;
    selection.modify(event.shiftKey ? 'extend' : 'move', direction, granularity);
    setShown(true);
    const focus =
      selection.focusNode instanceof Element ? selection.focusNode : selection.focusNode?.parentElement;
    focus?.scrollIntoView({ block: 'nearest' });
  };
  return { shown, onKeyDown };
}

function placeAtFirstLineInSight(root: HTMLElement, selection: Selection): void {
  const top = root.closest('.note-scroll')?.getBoundingClientRect().top ?? 0;
  const runs = [...root.querySelectorAll<HTMLElement>('[data-start]')];
  const run = runs.find((each) => each.getBoundingClientRect().bottom > top) ?? runs[0];
  if (run?.firstChild) selection.collapse(run.firstChild, 0);
}

/** Gives the focus to the card of an annotation, once the page has drawn it. */
export function focusCard(id: string): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] article`)
      ?.focus({ preventScroll: true }),
  );
}

let textAwaited = false;

/** Gives the focus to the note's text; if its editor is still on its way, as soon as it is there. */
export function focusText(): void {
  const text = document.querySelector<HTMLElement>('[data-note-text]');
  textAwaited = text === null;
  text?.focus();
}

/** True once, if the text was to get the focus before it was there. */
export function takeAwaitedFocus(): boolean {
  const awaited = textAwaited;
  textAwaited = false;
  return awaited;
}

/** Gives the focus back to the button that opens a drawer, when that closes. */
export const focusButtonOf = (drawer: 'library' | 'margin'): void =>
  document.querySelector<HTMLElement>(`.${drawer}-button`)?.focus();

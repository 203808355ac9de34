/** Whether the focus is in such an element, or was lost with the element that had it. */
export function isFocusIn(selector: string): boolean {
  const { activeElement } = document;
  return activeElement === document.body || activeElement?.closest(selector) != null;
}

/** How often the focus was to be moved. */
let wishes = 0;

/** Moves the focus once the page is drawn anew, unless the person has gone elsewhere by then or it is to move again. */
export function focusSoon(move: () => void): void {
  const before = document.activeElement;
  const wish = ++wishes;
  requestAnimationFrame(() => {
    if (wish !== wishes) return;
    const now = document.activeElement;
    if (now === before || now === document.body) move();
  });
}

/** Gives the focus to the card of an annotation, once the page has drawn it. */
export function focusCard(id: string): void {
  focusSoon(() =>
    document
      .querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"] article`)
      ?.focus({ preventScroll: true }),
  );
}

let textAwaited = false;

/** Gives the focus to the note's text; if its editor is still on its way, as soon as it is there. @returns whether it was there */
export function focusText(): boolean {
  const text = document.querySelector<HTMLElement>('[data-note-text]');
  textAwaited = text === null;
  text?.focus();
  return text !== null;
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

/** Gives the focus to a row of the list, once the page has drawn it. */
export const focusRow = (id: string): void =>
  void requestAnimationFrame(() => document.getElementById(`note-${id}`)?.focus());

/** Gives the focus to a tag of the tree that has just got its name, if it was lost with the old one. */
export const focusTag = (tag: string): void =>
  void requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>(`[data-tag="${CSS.escape(tag)}"]`)?.focus();
  });

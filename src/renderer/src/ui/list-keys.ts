/**
 * The row of a list that a key goes to; null: it is no such key.
 * @param at the row that the keyboard is at
 * @param page rows that a page key goes by; without it page keys are left to the browser
 */
export function rowOfKey(key: string, at: number, count: number, page?: number): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: count - 1,
    ...(page !== undefined && { PageDown: at + page, PageUp: at - page }),
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(Math.max(target, 0), count - 1);
}

/** How many rows a page key goes by: as many as are seen, but one. @param height of a row, in CSS pixels */
export const rowsOfPage = (scroller: HTMLElement | null, height: number): number =>
  Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / height) - 1);

/** Where a card stands, in CSS pixels below the top of its list. */
export interface Standing {
  readonly top: number;
  /** It is seen to go there. */
  readonly moves: boolean;
}

/** What the margin shows of its cards. */
export interface Column {
  /** Of the cards that are drawn. */
  readonly standing: ReadonlyMap<string, Standing>;
  readonly height: number;
  /** The cards that are drawn; null: all. */
  readonly drawn: ReadonlySet<string> | null;
  /** The card that they make room for. */
  readonly active: string | null;
}

export const NOWHERE: Column = { standing: new Map(), height: 0, drawn: new Set(), active: null };

/** Whether nothing has to be drawn anew. */
export function isSameColumn(a: Column, b: Column): boolean {
  if (a.height !== b.height || a.active !== b.active) return false;
  if (a.standing.size !== b.standing.size || a.drawn?.size !== b.drawn?.size) return false;
  for (const [id, { top }] of a.standing) if (b.standing.get(id)?.top !== top) return false;
  for (const id of a.drawn ?? []) if (!b.drawn?.has(id)) return false;
  return true;
}

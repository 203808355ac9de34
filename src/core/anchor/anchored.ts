/** A passage in UTF-16 code units of the plain text, half-open. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a passage stands now, in UTF-16 code units of the plain text, half-open.
 *
 * - `exact`: the same words in their place; that text before it grew or shrank is no move.
 * - `moved`: the same words, elsewhere among their neighbours.
 * - `changed`: its words, or the signs between them, were edited.
 * - `ambiguous`: several passages fit, or one that may be another with the same words; a person has to choose.
 * - `orphan`: gone.
 */
export type Anchored =
  | { readonly state: 'exact' | 'moved' | 'changed'; readonly start: number; readonly end: number }
  | { readonly state: 'ambiguous'; readonly candidates: readonly Place[] }
  | { readonly state: 'orphan'; readonly reason: OrphanReason };

/** `deleted`: the text lacks its words; `not-found`: nothing in the text fits; `empty`: the target names no words. */
export type OrphanReason = 'deleted' | 'not-found' | 'empty';

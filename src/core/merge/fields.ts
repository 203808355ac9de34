import { isSame } from '../equal';

/** Of two sides the one whose word counts where both changed the same. */
export type Preferred = 'mine' | 'theirs';

/** Whose was changed last; of two at one moment, the same one whichever is called mine. */
export function laterOf(mine: { updated: string }, theirs: { updated: string }): Preferred {
  if (mine.updated !== theirs.updated) return mine.updated > theirs.updated ? 'mine' : 'theirs';
  return JSON.stringify(mine) > JSON.stringify(theirs) ? 'mine' : 'theirs';
}

export interface MergedField<T> {
  readonly value: T;
  readonly clash: boolean;
}

/** A field that has one value: the one that was changed; of two changes the preferred one. */
export function mergeField<T>(base: T, mine: T, theirs: T, preferred: Preferred): MergedField<T> {
  if (isSame(mine, theirs) || isSame(theirs, base)) return { value: mine, clash: false };
  if (isSame(mine, base)) return { value: theirs, clash: false };
  return { value: preferred === 'mine' ? mine : theirs, clash: true };
}

/** An object field by field. A field that is not there is a value too. */
export function mergeFields<T extends object>(
  base: Partial<T>,
  mine: T,
  theirs: T,
  preferred: Preferred,
): MergedField<T> {
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]) as Set<keyof T & string>;
  let clash = false;
  const entries = [...names].flatMap((name) => {
    const merged = mergeField<T[typeof name] | undefined>(base[name], mine[name], theirs[name], preferred);
    clash ||= merged.clash;
    return merged.value === undefined ? [] : [[name, merged.value] as const];
  });
  return { value: Object.fromEntries(entries) as T, clash };
}

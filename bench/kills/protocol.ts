/** What a change makes of each note that it names. */
export type Expected =
  | { readonly title: string }
  | { readonly text: string }
  | { readonly tag: string }
  | { readonly trashed: boolean }
  | { readonly comment: string }
  | { readonly gone: true }
  /** Notes that are new, by their titles. */
  | { readonly added: readonly string[] };

/** A line of what the worker says. */
export type Line =
  | { readonly opened: { readonly ids: readonly string[]; readonly notices: readonly string[] } }
  /** A change is begun. */
  | {
      readonly lane: string;
      readonly begin: { readonly ids: readonly string[]; readonly expected: Expected };
    }
  /** A change, or one file of an import, is acknowledged: how its notes are now, as digests; null: there is no such note any more. */
  | { readonly lane: string; readonly done: Readonly<Record<string, string | null>>; readonly whole: boolean }
  | { readonly failed: string };

import { ChangeSet } from '@codemirror/state';
import type { TextEdit } from '../../../core/operation';

/** So many texts are remembered: the one that is saved, the one on its way, and one more for a save that failed. */
const REMEMBERED = 3;

/** What became of some texts that were saved, or are about to be, since they stood in the editor. */
export class TypedChanges {
  #since: readonly { readonly text: string; readonly changes: ChangeSet }[];

  constructor(text: string) {
    this.#since = [{ text, changes: ChangeSet.empty(text.length) }];
  }

  /** The editor's text was changed. */
  add(changes: ChangeSet): void {
    this.#since = this.#since.map((each) => ({ ...each, changes: each.changes.compose(changes) }));
  }

  /** The text that stands in the editor now is one that others will know. */
  remember(text: string): void {
    if (this.#since[0]?.text === text) return;
    const others = this.#since.filter((each) => each.text !== text);
    this.#since = [{ text, changes: ChangeSet.empty(text.length) }, ...others].slice(0, REMEMBERED);
  }

  /** What was done to a text until now; null: it never stood here, as far as is remembered. */
  since(text: string): ChangeSet | null {
    return this.#since.find((each) => each.text === text)?.changes ?? null;
  }
}

/** Changes as an operation names them. */
export function editsOf(changes: ChangeSet): TextEdit[] {
  const edits: TextEdit[] = [];
  changes.iterChanges((from, to, inserted, insertedTo) => {
    edits.push({ from, to, length: insertedTo - inserted });
  });
  return edits;
}

import type { Operation } from '../../core/operation';
import type { Failure, Result } from '../../core/result';
import { setWindow } from './store';

/** Something that is being typed and not yet saved. */
export interface Draft {
  /** Resolves to false when it could not be saved. */
  readonly save: () => Promise<boolean>;
  /** What would save it; null: nothing is unsaved. */
  readonly operation: () => Operation | null;
  /** Brings what waits for its Save to the disk as a draft. */
  readonly keep?: () => Promise<void>;
  /** It is saved as it is typed; a comment waits for its Save. */
  readonly savesItself: boolean;
}

/** All are saved before the window shows something else or closes, so that nothing typed is lost. */
const drafts = new Map<string, Draft>();
/** Those whose last write failed. */
const failed = new Set<string>();
let writes = 0;

/** Makes a draft known, or takes it out of the list once it is saved or given up. */
export function setDraft(name: string, draft: Draft | null): void {
  if (draft) drafts.set(name, draft);
  else {
    drafts.delete(name);
    failed.delete(name);
  }
  showSaveState();
}

/** Whether the last write of this draft failed, and trying again makes sense. */
export const hasFailed = (name: string): boolean => failed.has(name);

/** Whether the last write of any draft failed. */
export const hasFailures = (): boolean => failed.size > 0;

/** Whether anything is being typed: a comment counts from the moment it could be. */
export const hasDrafts = (): boolean => drafts.size > 0;

/** @returns false when something could not be saved: then the window has to go on showing it */
export async function saveDrafts(): Promise<boolean> {
  const saved = await Promise.all([...drafts.values()].map(({ save }) => save()));
  if (!saved.every(Boolean)) return false;
  // A key may have been pressed meanwhile.
  return isTyping() ? saveDrafts() : true;
}

/** Brings all that is being typed to the disk, as far as that can be done without the person. */
export async function keepDrafts(): Promise<void> {
  await Promise.all(
    [...drafts.values()].map(({ save, savesItself, keep }) => (savesItself ? save() : keep?.())),
  );
}

/** What would save all that is unsaved. */
export const unsavedOperations = (): Operation[] =>
  [...drafts.values()].flatMap(({ operation }) => operation() ?? []);

/**
 * Follows a write to the library, so that the window can say whether all is saved.
 * @param name of the draft that it saves, if it saves one
 */
export async function follow<T>(write: Promise<Result<T>>, name?: string): Promise<Result<T>> {
  writes += 1;
  showSaveState();
  const answer = await write;
  writes -= 1;
  const draft = name === undefined ? undefined : drafts.get(name);
  if (name !== undefined) failed.delete(name);
  if (name !== undefined && draft && !answer.ok && (draft.savesItself || isOfStore(answer.error)))
    failed.add(name);
  showSaveState();
  return answer;
}

/** The library itself failed. What it refuses for its content is not unsaved: the person has to change it. */
const isOfStore = ({ code, details }: Failure): boolean =>
  details.context === 'library' || code === 'unexpected';

const isTyping = (): boolean => [...drafts.values()].some(({ savesItself }) => savesItself);

function showSaveState(): void {
  const save = writes > 0 ? 'saving' : failed.size > 0 ? 'not-saved' : isTyping() ? 'saving' : 'saved';
  setWindow({ save });
}

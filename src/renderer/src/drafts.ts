/**
 * What is being typed and not yet saved. Each draft says how it is saved; all are saved before the window shows something
 * else or closes, so that nothing typed is lost.
 */
const drafts = new Map<string, () => Promise<void>>();

/** Makes a draft known, or takes it out of the list once it is saved. */
export function setDraft(name: string, save: (() => Promise<void>) | null): void {
  if (save) drafts.set(name, save);
  else drafts.delete(name);
}

export async function saveDrafts(): Promise<void> {
  await Promise.all([...drafts.values()].map((save) => save()));
}

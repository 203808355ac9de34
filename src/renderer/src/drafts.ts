/**
 * What is being typed and not yet saved. Each draft says how it is saved; all are saved before the window shows something
 * else or closes, so that nothing typed is lost.
 */
const drafts = new Map<string, () => Promise<boolean>>();

/**
 * Makes a draft known, or takes it out of the list once it is saved.
 * @param save resolves to false when it could not be saved
 */
export function setDraft(name: string, save: (() => Promise<boolean>) | null): void {
  if (save) drafts.set(name, save);
  else drafts.delete(name);
}

/** @returns false when something could not be saved: then the window has to go on showing it */
export async function saveDrafts(): Promise<boolean> {
  const saved = await Promise.all([...drafts.values()].map((save) => save()));
  return saved.every(Boolean);
}

/** Digits of an id. */
const LENGTH = 20;

/**
 * An id that follows from what an annotation is called elsewhere, or from what it says: the same file read again gives the same
 * ids, so that nothing is imported twice.
 */
export async function idFor(...names: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(names)));
  return [...new Uint8Array(digest, 0, LENGTH)].map((byte) => (byte % 36).toString(36)).join('');
}

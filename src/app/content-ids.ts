/** Digits of an id, of which the last tell the ids of one file apart. */
const LENGTH = 20;
const COUNTER_LENGTH = 4;

/** A source of ids that follow from the bytes of a file: the same file gives the same ones, in the same order. */
export async function idsFrom(bytes: Uint8Array): Promise<() => string> {
  const digest = await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes));
  const digits = [...new Uint8Array(digest)].map((byte) => (byte % 36).toString(36)).join('');
  const stem = digits.slice(0, LENGTH - COUNTER_LENGTH);
  let counter = 0;
  return () => {
    counter += 1;
    return stem + counter.toString(36).padStart(COUNTER_LENGTH, '0');
  };
}

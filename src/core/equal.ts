/** Whether two pieces of plain data say the same. A field that is undefined is as one that is not there. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  return hasAllOf(a, b) && hasKeysOf(b, a);
}

type Data = Readonly<Record<string, unknown>>;

// A save's answer has thousands of objects: none is made to compare them.
function hasAllOf(a: object, b: object): boolean {
  for (const key of Object.keys(a)) {
    const value = (a as Data)[key];
    if (!isSame(value, Object.hasOwn(b, key) ? (b as Data)[key] : undefined)) return false;
  }
  return true;
}

function hasKeysOf(a: object, b: object): boolean {
  for (const key of Object.keys(a))
    if (!Object.hasOwn(b, key) && (a as Data)[key] !== undefined) return false;
  return true;
}

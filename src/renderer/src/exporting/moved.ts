/** The same things, with one of them at another place. */
export function moved<T>(things: readonly T[], from: number, to: number): T[] {
  const [...all] = things;
  all.splice(to, 0, ...all.splice(from, 1));
  return all;
}

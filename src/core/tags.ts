import { fail, ok, type Result } from './result';

/** Longest tag, in UTF-16 code units. */
const MAX_TAG = 120;

/**
 * The one spelling of a tag: names parted by `/`, each trimmed and in Unicode's composed form, spaces inside kept as one.
 * Letters keep their case, but two tags that differ only in case are the same tag (`sameTag`).
 * @param typed what a person typed, `Trade / exports`
 * @returns the tag, or `tag-invalid` where a name is empty, a control character is in it, or it is too long
 */
export function parseTag(typed: string): Result<string> {
  const names = typed
    .normalize('NFC')
    .toWellFormed()
    .replace(/^[\s#]+/, '')
    .split('/')
    .map((name) => name.trim().replace(/\s+/g, ' '));
  const tag = names.join('/');
  const shown = [...typed.trim()].slice(0, 40).join('');
  if (names.some((name) => name === '')) return fail('tag-invalid', { tag: shown, why: 'empty' });
  if (/\p{Cc}/u.test(tag)) return fail('tag-invalid', { tag: shown, why: 'characters' });
  if (tag.length > MAX_TAG) return fail('tag-invalid', { tag: shown, why: 'long', max: MAX_TAG });
  return ok(tag);
}

/** The form under which tags are compared: `Trade` and `trade` are one tag. */
export const foldTag = (tag: string): string => tag.normalize('NFC').toLowerCase();

export const sameTag = (a: string, b: string): boolean => foldTag(a) === foldTag(b);

/** True if the tag is the given one or stands below it: `trade/exports` is within `trade`. */
export const isWithin = (tag: string, parent: string): boolean =>
  sameTag(tag, parent) || foldTag(tag).startsWith(`${foldTag(parent)}/`);

/**
 * Tags after a change, sorted, each once.
 * @param tags the note's tags
 * @param change tags in the form of `parseTag`
 */
export function changeTags(
  tags: readonly string[],
  change: { readonly add: readonly string[]; readonly remove: readonly string[] },
): string[] {
  const kept = tags.filter((tag) => !change.remove.some((removed) => sameTag(removed, tag)));
  for (const tag of change.add) if (!kept.some((known) => sameTag(known, tag))) kept.push(tag);
  return kept.sort(compareTags);
}

/**
 * Tags after one of them, and with it all below it, has another name. Where the new one is there already they become one.
 * @param tags a note's tags
 * @returns `tag-invalid` where a name cannot be a tag, or one below it would become too long
 */
export function renameTag(
  tags: readonly string[],
  { from, to }: { readonly from: string; readonly to: string },
): Result<string[]> {
  const level = from.split('/').length;
  const remove: string[] = [];
  const add: string[] = [];
  for (const tag of tags) {
    if (!isWithin(tag, from)) continue;
    const renamed = parseTag([to, ...tag.split('/').slice(level)].join('/'));
    if (!renamed.ok) return renamed;
    remove.push(tag);
    add.push(renamed.value);
  }
  return ok(changeTags(tags, { add, remove }));
}

/** Made when it is first needed: loading the tables of an order takes a good part of a start. */
let names: Intl.Collator | null = null;

/** Order of tags: name by name, so that children follow their parent. */
export function compareTags(a: string, b: string): number {
  names ??= new Intl.Collator(undefined, { numeric: true });
  const [left, right] = [foldTag(a).split('/'), foldTag(b).split('/')];
  for (let level = 0; level < Math.min(left.length, right.length); level += 1) {
    const order = names.compare(left[level] ?? '', right[level] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

import { type Fields, firstText, isFields, listOf } from './values';

/** An annotation of a file, with those that answer it or one of its answers, in the order of the file. */
export interface Thread {
  readonly root: Fields;
  readonly replies: readonly Fields[];
}

/** What an annotation is called. */
export const nameOf = (fields: Fields): string => firstText(fields.id, fields['@id']);

/**
 * Parts annotations from replies: those with the motivation `replying` to an annotation that is in the file. One whose
 * annotation is not there stands by itself, so that its words are kept.
 */
export function threadsOf(annotations: readonly Fields[]): Thread[] {
  const named = new Map<string, Fields>();
  for (const fields of annotations) {
    const name = nameOf(fields);
    if (name !== '' && !named.has(name)) named.set(name, fields);
  }
  const replies = new Map<Fields, Fields[]>();
  const roots: Fields[] = [];
  for (const fields of annotations) {
    const root = rootOf(fields, named);
    if (root === fields) roots.push(fields);
    else replies.set(root, [...(replies.get(root) ?? []), fields]);
  }
  return roots.map((root) => ({ root, replies: replies.get(root) ?? [] }));
}

/** Where its conversation began; itself where it answers nothing, or where all only answer one another. */
function rootOf(fields: Fields, named: ReadonlyMap<string, Fields>): Fields {
  const seen = new Set<Fields>();
  let root = fields;
  for (let next: Fields | undefined = fields; next; next = answered(root, named)) {
    if (seen.has(next)) return fields;
    seen.add(next);
    root = next;
  }
  return root;
}

function answered(fields: Fields, named: ReadonlyMap<string, Fields>): Fields | undefined {
  if (!listOf(fields.motivation).some((each) => each === 'replying' || each === 'oa:replying'))
    return undefined;
  return listOf(fields.target)
    .map((target) => named.get(targetName(target)))
    .find((found) => found !== undefined);
}

function targetName(target: unknown): string {
  if (!isFields(target)) return firstText(target);
  const [source] = listOf(target.source);
  return firstText(isFields(source) ? source.id : source, target.id);
}

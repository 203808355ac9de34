import { annotationSchema } from '../../core/schema';
import type { AnnotationFormat, Content, Drafts } from './annotation-format';
import { joined, tagLine } from './comments';
import type { Draft } from './draft';
import { type Fields, firstText, isFields, listOf, momentOf } from './values';
import { readBodies } from './web-annotation-bodies';
import { ANNOTATION_IRI, OWN, writeWebAnnotations } from './web-annotation-out';
import { readTargets } from './web-annotation-targets';
import { typesOf } from './web-annotation-types';

/**
 * W3C Web Annotation Data Model in JSON-LD: a collection with its page, a page, an annotation, or a list of these. What stands
 * elsewhere on the web is not fetched. <https://www.w3.org/TR/annotation-model/>
 */
export const webAnnotation = {
  extensions: ['.jsonld', '.json'],
  read,
  write: writeWebAnnotations,
} as const satisfies AnnotationFormat;

/** So many pages of a collection are followed. */
const MAX_PAGES = 10_000;

function read({ json, now }: Content): Drafts | null {
  const items = itemsOf(json);
  if (!items) return null;
  const annotations = items.filter(isFields).filter(isAnnotation);
  return { drafts: allDrafts(annotations, now), unread: items.length - annotations.length };
}

function* allDrafts(annotations: readonly Fields[], now: string): Iterable<Draft> {
  for (const fields of annotations) yield* draftsOf(fields, now);
}

const isAnnotation = (fields: Fields): boolean => typesOf(fields).includes('Annotation');

/** Null: there is nothing of the model in it. */
function itemsOf(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) {
    return json.some((each) => isFields(each) && isAnnotation(each)) ? json : null;
  }
  if (!isFields(json)) return null;
  const types = typesOf(json);
  if (types.includes('Annotation')) return [json];
  if (types.includes('AnnotationPage')) return pagesFrom(json);
  if (types.includes('AnnotationCollection')) return [...listOf(json.items), ...pagesFrom(json.first)];
  return '@graph' in json ? itemsOf(listOf(json['@graph'])) : null;
}

function pagesFrom(first: unknown): unknown[] {
  const items: unknown[] = [];
  let page = first;
  for (let count = 0; isFields(page) && count < MAX_PAGES; count += 1) {
    for (const item of listOf(page.items)) items.push(item);
    page = page.next;
  }
  return items;
}

/** One for each of its targets that has words; where none has, one without a passage. */
function draftsOf(fields: Fields, now: string): Draft[] {
  const { comments, tags, kind } = readBodies(fields);
  const [only = ''] = comments;
  const comment =
    comments.length + tags.length === 1 ? only || tagLine(tags) : joined(...comments, tagLine(tags));
  const created = momentOf(fields.created, now);
  const name = firstText(fields.id, fields['@id']);
  const own = ownOf(name, fields);
  const questions = listOf(fields.motivation).includes('questioning');
  return readTargets(fields.target).map(
    ({ quote, position, source }): Draft => ({
      name,
      kind: kind ?? (questions ? 'question' : 'remark'),
      quote,
      position,
      comment,
      author: authorOf(fields.creator),
      created,
      updated: momentOf(fields.modified, created),
      source,
      ...(own && { own }),
    }),
  );
}

function authorOf(creator: unknown): string {
  const [first] = listOf(creator);
  if (typeof first === 'string') return first;
  return isFields(first) ? String(first.name ?? '') || firstText(first.nickname, first.nick, first.id) : '';
}

/** Of an annotation that was written here, what the model has no words for. */
function ownOf(name: string, fields: Fields): Draft['own'] | null {
  if (!name.startsWith(ANNOTATION_IRI)) return null;
  const { id, state, quoted, who, by, resolved } = annotationSchema.shape;
  const known = id.safeParse(name.slice(ANNOTATION_IRI.length));
  if (!known.success) return null;
  const said = { quoted, who, by };
  const texts = Object.entries(said).flatMap(([key, schema]) => {
    const value = schema.safeParse(fields[OWN[key as keyof typeof said]]).data;
    return value === undefined ? [] : [[key, value]];
  });
  return {
    id: known.data,
    state: state.safeParse(fields[OWN.state]).data ?? 'exact',
    resolved: resolved.safeParse(fields[OWN.resolved]).data ?? null,
    ...Object.fromEntries(texts),
  };
}

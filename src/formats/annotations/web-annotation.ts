import { annotationSchema, idSchema } from '../../core/schema';
import type { AnnotationFormat, Content, Drafts } from './annotation-format';
import { joined, tagLine } from './comments';
import type { Draft, ReplyDraft } from './draft';
import { type Fields, firstText, isFields, listOf, momentOf, textOf } from './values';
import { readBodies, type WebBodies } from './web-annotation-bodies';
import { ANNOTATION_IRI, OWN, REPLY_IRI, writeWebAnnotations } from './web-annotation-out';
import { nameOf, threadsOf } from './web-annotation-replies';
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
  const held = itemsOf(json);
  if (!held) return null;
  const { items, isWhole } = held;
  const annotations = items.filter(isFields).filter(isAnnotation);
  return {
    drafts: allDrafts(annotations, now),
    unread: items.length - annotations.length,
    ...(!isWhole && { warnings: [{ code: 'annotations-elsewhere', details: {} }] }),
  };
}

function* allDrafts(annotations: readonly Fields[], now: string): Iterable<Draft> {
  for (const { root, replies } of threadsOf(annotations)) {
    const [first, ...others] = draftsOf(root, now);
    if (!first) continue;
    // Of several passages the first one has the conversation: it is kept once.
    yield { ...first, replies: replies.map((fields) => replyOf(fields, now)) };
    yield* others;
  }
}

const isAnnotation = (fields: Fields): boolean => typesOf(fields).includes('Annotation');

/** What a file holds of a collection; `isWhole`: no page of it stands elsewhere. */
interface Held {
  readonly items: readonly unknown[];
  readonly isWhole: boolean;
}

/** Null: there is nothing of the model in it. */
function itemsOf(json: unknown): Held | null {
  if (Array.isArray(json)) {
    return json.some((each) => isFields(each) && isAnnotation(each)) ? { items: json, isWhole: true } : null;
  }
  if (!isFields(json)) return null;
  const types = typesOf(json);
  if (types.includes('Annotation')) return { items: [json], isWhole: true };
  if (types.includes('AnnotationPage')) return pagesFrom(json);
  if (types.includes('AnnotationCollection')) {
    const { items, isWhole } = pagesFrom(json.first);
    return { items: [...listOf(json.items), ...items], isWhole };
  }
  return '@graph' in json ? itemsOf(listOf(json['@graph'])) : null;
}

function pagesFrom(first: unknown): Held {
  const items: unknown[] = [];
  let page = first;
  for (let count = 0; isFields(page) && count < MAX_PAGES; count += 1) {
    for (const item of listOf(page.items)) items.push(item);
    page = page.next;
  }
  return { items, isWhole: page === undefined || page === null };
}

/** One for each of its targets that has words; where none has, one without a passage. */
function draftsOf(fields: Fields, now: string): Draft[] {
  const bodies = readBodies(fields);
  const created = momentOf(fields.created, now);
  const name = nameOf(fields);
  const own = ownOf(name, fields);
  const questions = listOf(fields.motivation).includes('questioning');
  return readTargets(fields.target).map(
    ({ quote, position, source }): Draft => ({
      name,
      kind: bodies.kind ?? (questions ? 'question' : 'remark'),
      quote,
      position,
      comment: commentOf(bodies),
      author: authorOf(fields.creator),
      created,
      updated: momentOf(fields.modified, created),
      source,
      replies: [],
      ...(own && { own }),
    }),
  );
}

function replyOf(fields: Fields, now: string): ReplyDraft {
  const created = momentOf(fields.created, now);
  const name = nameOf(fields);
  const own = ownId(name, REPLY_IRI);
  return {
    name,
    comment: commentOf(readBodies(fields)),
    author: authorOf(fields.creator),
    created,
    updated: momentOf(fields.modified, created),
    ...(own !== null && { own }),
  };
}

function commentOf({ comments, tags }: WebBodies): string {
  const [only = ''] = comments;
  return comments.length + tags.length === 1 ? only || tagLine(tags) : joined(...comments, tagLine(tags));
}

/** Who made it; several are named one after the other. */
const authorOf = (creator: unknown): string =>
  listOf(creator)
    .map((agent) => (isFields(agent) ? textOf(listOf(agent.name)[0]) || addressOf(agent) : firstText(agent)))
    .filter((name) => name !== '')
    .join(', ');

const addressOf = ({ nickname, nick, id }: Fields): string => firstText(nickname, nick, id);

/** The id of what was written here; null: its name is none of ours. */
function ownId(name: string, iri: string): string | null {
  return name.startsWith(iri) ? (idSchema.safeParse(name.slice(iri.length)).data ?? null) : null;
}

/** Of an annotation that was written here, what the model has no words for. */
function ownOf(name: string, fields: Fields): Draft['own'] | null {
  const id = ownId(name, ANNOTATION_IRI);
  if (id === null) return null;
  const { state, quoted, who, by, resolved } = annotationSchema.shape;
  const said = { quoted, who, by };
  const texts = Object.entries(said).flatMap(([key, schema]) => {
    const value = schema.safeParse(fields[OWN[key as keyof typeof said]]).data;
    return value === undefined ? [] : [[key, value]];
  });
  return {
    id,
    state: state.safeParse(fields[OWN.state]).data ?? 'exact',
    resolved: resolved.safeParse(fields[OWN.resolved]).data ?? null,
    ...Object.fromEntries(texts),
  };
}

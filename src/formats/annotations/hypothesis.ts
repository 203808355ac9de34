import { MAX_COMMENT } from '../../core/vocabulary';
import type { AnnotationFormat, Content, Drafts } from './annotation-format';
import { joined, tagLine } from './comments';
import { type Draft, NO_QUOTE, type Quote, type ReplyDraft } from './draft';
import { kindAmong } from './kinds';
import { type Fields, firstText, isFields, listOf, momentOf, positionOf } from './values';

/**
 * What the Hypothesis service answers to a search (`{total, rows}`), and what its client exports (`{export_date, annotations}`);
 * also a bare list of annotations. <https://h.readthedocs.io/en/latest/api-reference/v1/>
 */
export const hypothesis = { extensions: ['.json'], read } as const satisfies AnnotationFormat;

function read({ json, now }: Content): Drafts | null {
  const list = annotationsOf(json);
  if (!list) return null;
  const all = list.filter(isFields);
  const replies = new Map<string, Fields[]>();
  const roots: Fields[] = [];
  const ids = new Set(all.map(({ id }) => id));
  for (const each of all) {
    const root = listOf(each.references)[0];
    // A reply whose annotation is not in the file stands by itself: its words are kept.
    const known = typeof root === 'string' && ids.has(root) ? root : null;
    const others = known === null ? roots : replies.get(known);
    if (others) others.push(each);
    else if (known !== null) replies.set(known, [each]);
  }
  return { drafts: draftsOf(roots, replies, now), unread: list.length - all.length };
}

function* draftsOf(
  roots: readonly Fields[],
  replies: ReadonlyMap<string, readonly Fields[]>,
  now: string,
): Iterable<Draft> {
  for (const root of roots) yield draftOf(root, replies.get(firstText(root.id)) ?? [], now);
}

function annotationsOf(json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json.some(isHypothesis) ? json : null;
  if (!isFields(json)) return null;
  for (const list of [json.rows, json.annotations]) {
    if (!Array.isArray(list)) continue;
    if (list.some(isHypothesis) || (list.length === 0 && ('total' in json || 'export_date' in json)))
      return list;
  }
  return null;
}

const isHypothesis = (value: unknown): boolean =>
  isFields(value) && typeof value.uri === 'string' && Array.isArray(value.target);

function draftOf(fields: Fields, replies: readonly Fields[], now: string): Draft {
  const { kind, others } = kindAmong(listOf(fields.tags).map((tag) => firstText(tag)));
  const created = momentOf(fields.created, now);
  const { quote, position } = selectorsOf(fields);
  return {
    name: firstText(fields.id),
    kind: kind ?? 'remark',
    quote,
    position,
    comment: joined(textOf(fields), tagLine(others)),
    author: authorOf(fields),
    created,
    updated: momentOf(fields.updated, created),
    source: firstText(fields.uri) || null,
    replies: repliesOf(replies, now),
  };
}

function selectorsOf(fields: Fields): { quote: Quote; position: Draft['position'] } {
  const selectors = listOf(fields.target).flatMap((target) =>
    isFields(target) ? listOf(target.selector).filter(isFields) : [],
  );
  const words = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const place = selectors.find(({ type }) => type === 'TextPositionSelector');
  return {
    quote: words
      ? { exact: firstText(words.exact), prefix: firstText(words.prefix), suffix: firstText(words.suffix) }
      : NO_QUOTE,
    position: place ? positionOf(place) : null,
  };
}

/** A comment is Markdown there too; who is mentioned in it stands as an element of HTML. */
function textOf(fields: Fields): string {
  const text = firstText(fields.text);
  if (text.length > MAX_COMMENT) return text;
  return text.replace(/<a\s[^<>]*>([^<]*)<\/a>/g, (element: string, words: string) =>
    element.includes('data-hyp-mention') ? words : element,
  );
}

function authorOf(fields: Fields): string {
  const { user_info: info } = fields;
  const account = /^acct:([^@]+)@/.exec(firstText(fields.user))?.[1];
  return firstText(isFields(info) ? info.display_name : null, account, fields.user);
}

/** Replies in the order they were written, also those to replies. */
function repliesOf(replies: readonly Fields[], now: string): ReplyDraft[] {
  return replies
    .map((fields): ReplyDraft => {
      const created = momentOf(fields.created, now);
      return {
        name: firstText(fields.id),
        comment: joined(textOf(fields), tagLine(listOf(fields.tags).map((tag) => firstText(tag)))),
        author: authorOf(fields),
        created,
        updated: momentOf(fields.updated, created),
      };
    })
    .sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
}

import { safeLink } from '../../core/address';
import { type Kind, MAX_COMMENT } from '../../core/vocabulary';
import { asMarkdown } from './comments';
import { wordsOfHtml } from './html';
import { kindNamed } from './kinds';
import { type Fields, firstText, isFields, listOf, textOf } from './values';
import { isSet, MAX_DEPTH, typesOf } from './web-annotation-types';

export interface WebBodies {
  /** Markdown, in their order. */
  readonly comments: readonly string[];
  readonly tags: readonly string[];
  readonly kind: Kind | undefined;
}

/** What the bodies of an annotation say. Of a choice the first that says something; what stands elsewhere is its address. */
export function readBodies(fields: Fields): WebBodies {
  const comments: string[] = [];
  const tags: string[] = [];
  let kind: Kind | undefined;
  let length = 0;
  const [motivation] = listOf(fields.motivation);
  const value = textOf(fields.bodyValue);
  if (value !== null) comments.push(asMarkdown(value));
  for (const body of listOf(fields.body)
    .flatMap((each) => chosen(each, 0))
    .map(unwrapped)) {
    const { text, purpose } = wordsOf(body);
    if (text === '') continue;
    length += text.length;
    // With more than a comment can hold it is refused as a whole; what comes after makes no difference.
    if (length > 2 * MAX_COMMENT) break;
    const named = purpose ?? motivation;
    const isTag = isTextual(body) && (named === 'tagging' || named === 'classifying');
    const found = isTag ? kindNamed(text) : undefined;
    if (found) kind ??= found;
    else if (isTag) tags.push(text);
    else comments.push(isTextual(body) ? markdownOf(body, text) : linkTo(text));
  }
  return { comments, tags, kind };
}

function chosen(body: unknown, depth: number): unknown[] {
  if (!isFields(body) || !isSet(body) || depth > MAX_DEPTH) return [body];
  const items = listOf(body.items).flatMap((each) => chosen(each, depth + 1));
  if (!typesOf(body).includes('Choice')) return items;
  return items.filter((each) => wordsOf(unwrapped(each)).text !== '').slice(0, 1);
}

const isTextual = (body: unknown): body is Fields => isFields(body) && textOf(body.value) !== null;

/** A textual body may be the source of a specific resource, which says what it is for. */
function unwrapped(body: unknown): unknown {
  if (!isFields(body) || textOf(body.value) !== null) return body;
  const [source] = listOf(body.source);
  return isTextual(source) ? { ...source, purpose: body.purpose ?? source.purpose } : body;
}

function wordsOf(body: unknown): { text: string; purpose: unknown } {
  if (!isFields(body)) return { text: firstText(body), purpose: undefined };
  const [source] = listOf(body.source);
  const address = firstText(isFields(source) ? source.id : source, body.id);
  return { text: textOf(body.value) ?? address, purpose: body.purpose };
}

function markdownOf(body: Fields, text: string): string {
  switch (firstText(body.format).toLowerCase().replace(/;.*/, '').trim()) {
    case 'text/markdown':
      return text;
    case 'text/html':
      return asMarkdown(wordsOfHtml(text));
    default:
      return asMarkdown(text);
  }
}

const linkTo = (address: string): string =>
  safeLink(address) && !/[\s<>]/.test(address) ? `<${address}>` : asMarkdown(address);

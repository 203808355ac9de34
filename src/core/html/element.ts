import { printable } from '../printable';

/** A piece of an HTML page: words, or an element. Words are never markup: only `serialize` writes markup, and of elements alone. */
export type HtmlNode = string | HtmlElement;

export interface HtmlElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
}

/** Empty and undefined attributes are left out, but `alt`, which says something by being empty. */
export type Attributes = Readonly<Record<string, string | undefined>>;

const VOID = new Set(['br', 'hr', 'img', 'meta']);

/**
 * Makes an element.
 * @param tag one of our own words, never one of a note
 * @param children in order; lists are taken for what they hold
 */
export function element(
  tag: string,
  attributes: Attributes = {},
  ...children: readonly (HtmlNode | readonly HtmlNode[])[]
): HtmlElement {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && (entry[1] !== '' || entry[0] === 'alt'),
  );
  return { tag, attributes: Object.fromEntries(given), children: children.flat() };
}

/** Writes nodes as HTML. */
export const serialize = (...nodes: readonly HtmlNode[]): string => nodes.map(written).join('');

function written(node: HtmlNode): string {
  if (typeof node === 'string') return escaped(node);
  const { tag, children } = node;
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escaped(value)}"`);
  const start = `<${tag}${attributes.join('')}>`;
  if (VOID.has(tag)) return start;
  if (tag === 'style') return `${start}${styleOf(children)}</${tag}>`;
  // The first line feed after <pre> is no part of its words.
  const gap = tag === 'pre' ? '\n' : '';
  return `${start}${gap}${children.map(written).join('')}</${tag}>`;
}

/** Rules are no text to a browser: there are no signs for `<` in them, so they may not have any. */
function styleOf(children: readonly HtmlNode[]): string {
  const rules = children.map((child) => (typeof child === 'string' ? child : '')).join('');
  if (rules.includes('<')) throw new Error('a style with a markup sign');
  return rules;
}

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (words: string): string => printable(words).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? '');

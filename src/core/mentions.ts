import { parseTag } from './tags';

/** A tag that a text mentions: `#trade/exports`. */
const MENTION = /(?<![\p{L}\p{N}_/&#])#(\p{L}[\p{L}\p{N}_-]*(?:\/[\p{L}\p{N}][\p{L}\p{N}_-]*)*)/gu;

/** A stretch of text: `tag` where it mentions one. */
export interface Part {
  /** Where it begins in the text, in UTF-16 code units. */
  readonly start: number;
  readonly text: string;
  readonly tag: string | null;
}

/** Cuts a text at the tags that it mentions. The parts together are the text. */
export function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  for (const { 0: whole, 1: name = '', index } of text.matchAll(MENTION)) {
    const tag = parseTag(name);
    if (!tag.ok) continue;
    if (index > from) parts.push({ start: from, text: text.slice(from, index), tag: null });
    parts.push({ start: index, text: whole, tag: tag.value });
    from = index + whole.length;
  }
  if (from < text.length) parts.push({ start: from, text: text.slice(from), tag: null });
  return parts;
}

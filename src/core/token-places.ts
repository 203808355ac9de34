import type { Token, Tokens } from 'marked';
import { Written } from './written';

/** Where the characters that a token was read from stand. */
export interface TokenPlace {
  readonly written: Written;
  /** In `written.text`, in UTF-16 code units. */
  readonly at: number;
  /** The characters themselves, without the marks around them where those are known. */
  readonly raw: string;
}

/**
 * Where each token stands in the Markdown that it was read from: marked does not say, but gives the characters of each, in order.
 * @param tokens as marked read them from `markdown`
 */
export function tokenPlaces(tokens: readonly Token[], markdown: string): Map<Token, TokenPlace> {
  const places = new Map<Token, TokenPlace>();
  walk(tokens, Written.whole(markdown), 0, places);
  return places;
}

type Places = Map<Token, TokenPlace>;

/** @param from where the first of the tokens is looked for */
function walk(tokens: readonly Token[], written: Written, from: number, places: Places): void {
  let cursor = from;
  for (const token of tokens as Tokens.Generic[]) {
    const found = written.text.indexOf(token.raw, cursor);
    // What cannot be found as it was read (a tab became spaces) is held to stand where the last one ended.
    const at = found < 0 ? cursor : found;
    look(token, written, at, places);
    if (found >= 0) cursor = at + token.raw.length;
  }
}

function look(token: Tokens.Generic, written: Written, at: number, places: Places): void {
  const end = at + token.raw.length;
  const put = (raw: string, from: number): void => void places.set(token, { written, at: from, raw });
  switch (token.type) {
    case 'blockquote':
      walk(token.tokens ?? [], written.within(at, end, token.text), 0, places);
      return;
    case 'footnoteDefinition':
      put(token.raw, at);
      walk(token.tokens ?? [], written.within(at, end, token.text ?? ''), 0, places);
      return;
    case 'list': {
      let cursor = at;
      for (const item of token.items as Tokens.ListItem[]) {
        const found = written.text.indexOf(item.raw, cursor);
        const start = found < 0 ? cursor : found;
        cursor = start + item.raw.length;
        walk(item.tokens, written.within(start, cursor, item.text), 0, places);
      }
      return;
    }
    case 'table':
      lookAtTable(token as Tokens.Table, written, at, places);
      return;
    case 'code': {
      const isFenced = token.codeBlockStyle !== 'indented';
      const first = isFenced ? at + token.raw.indexOf('\n') + 1 : at;
      places.set(token, { written: written.within(first, end, token.text), at: 0, raw: token.text });
      return;
    }
    case 'codespan': {
      const marks = /^`*/.exec(token.raw)?.[0].length ?? 0;
      const inner = Math.max(marks, token.raw.indexOf(token.text, marks));
      put(token.raw.slice(inner, token.raw.length - marks), at + inner);
      return;
    }
    case 'image':
      put(token.raw.slice(2), at + 2);
      return;
    default: {
      if (!token.tokens) {
        put(token.raw, at);
        return;
      }
      const inner = token.raw.indexOf(token.text, markBefore(token));
      walk(token.tokens, written, at + Math.max(0, inner), places);
    }
  }
}

/** How many characters a token begins with that are no words. */
function markBefore({ type, raw }: Tokens.Generic): number {
  if (type === 'strong' || (type === 'del' && raw.startsWith('~~'))) return 2;
  return type === 'em' || type === 'del' || (type === 'link' && /^[[<]/.test(raw)) ? 1 : 0;
}

function lookAtTable(table: Tokens.Table, written: Written, at: number, places: Places): void {
  const lines = table.raw.split('\n');
  // The second line says how the columns are aligned.
  const rows = [table.header, [], ...table.rows];
  let start = at;
  for (const [index, line] of lines.entries()) {
    let cursor = start;
    for (const cell of rows[index] ?? []) {
      const escaped = cell.text.replaceAll('|', '\\|');
      const found = written.text.indexOf(escaped, cursor);
      if (found < 0 || found + escaped.length > start + line.length) continue;
      walk(cell.tokens, written.withoutEscapedBars(found, cell.text), 0, places);
      cursor = found + escaped.length;
    }
    start += line.length + 1;
  }
}

import { Marked, type Token, type TokenizerAndRendererExtension, type Tokens } from 'marked';

/** What follows a definition without being set in, and is no longer its paragraph. */
const ANOTHER_BLOCK =
  /^ {0,3}(?:\[\^[^\]\s]+\]:|#{1,6}[ \t]|>|[-*+][ \t]|\d{1,9}[.)][ \t]|```|~~~|(?:[-*_][ \t]*){3,}$)/;
const DEFINITION = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*/;
const REFERENCE = /^\[\^([^\]\s]+)\]/;
const SET_IN = /^(?: {4}|\t)/;

/** What a footnote says, where it is defined. */
export interface FootnoteDefinition extends Tokens.Generic {
  readonly label: string;
}

/** A definition within another, which could nest without end, is none. */
let isInside = false;

const definition: TokenizerAndRendererExtension = {
  name: 'footnoteDefinition',
  level: 'block',
  childTokens: ['tokens'],
  // Where a paragraph has to end. It is asked from its second character on.
  start: (source) => {
    const found = /\n {0,3}\[\^[^\]\s]+\]:/.exec(source);
    return found ? found.index + 1 : undefined;
  },
  tokenizer(source) {
    const found = DEFINITION.exec(source);
    if (!found) return undefined;
    if (isInside)
      return { type: 'footnoteDefinition', raw: source.split('\n', 1)[0] ?? '', label: '', tokens: [] };
    const { raw, content } = definitionAt(source, found[0].length);
    isInside = true;
    try {
      const tokens = this.lexer.blockTokens(content, []);
      return {
        type: 'footnoteDefinition',
        raw,
        text: content,
        label: (found[1] ?? '').toLowerCase(),
        tokens,
      };
    } finally {
      isInside = false;
    }
  },
};

const reference: TokenizerAndRendererExtension = {
  name: 'footnoteReference',
  level: 'inline',
  start: (source) => source.indexOf('[^'),
  tokenizer(source) {
    const found = REFERENCE.exec(source);
    return found
      ? { type: 'footnoteReference', raw: found[0], label: (found[1] ?? '').toLowerCase() }
      : undefined;
  },
};

const reader = new Marked({ extensions: [definition, reference] });

/**
 * Reads Markdown into tokens: CommonMark with GitHub's extensions, footnotes among them, which marked leaves to others.
 * @throws RangeError where it nests deeper than the stack
 */
export const lexer = (markdown: string): Token[] => reader.lexer(markdown);

/** A definition from its first line to its last: the lines that go on in its paragraph, and after blank ones those that are set in. */
function definitionAt(source: string, mark: number): { raw: string; content: string } {
  const lines = source.split('\n');
  const kept = [(lines[0] ?? '').slice(mark)];
  let end = 1;
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const afterBlank = at > end || kept.at(-1)?.trim() === '';
    if (line.trim() === '') continue;
    if (!SET_IN.test(line) && (afterBlank || ANOTHER_BLOCK.test(line))) break;
    for (; end < at; end += 1) kept.push('');
    kept.push(line.replace(SET_IN, ''));
    end = at + 1;
  }
  return { raw: lines.slice(0, end).join('\n'), content: kept.join('\n') };
}

/** The footnotes of a text that it refers to, in the order in which it does so first. */
export function footnotesIn(tokens: readonly Token[]): FootnoteDefinition[] {
  const defined = new Map<string, FootnoteDefinition>();
  const named: string[] = [];
  const look = (list: readonly Token[]): void => {
    for (const token of list as Tokens.Generic[]) {
      if (token.type === 'footnoteReference') named.push(token.label);
      if (token.type === 'footnoteDefinition') {
        if (!defined.has(token.label)) defined.set(token.label, token as FootnoteDefinition);
      } else for (const inner of childrenOf(token)) look(inner);
    }
  };
  look(tokens);
  return [...new Set(named)].flatMap((label) => defined.get(label) ?? []);
}

function childrenOf(token: Tokens.Generic): (readonly Token[])[] {
  switch (token.type) {
    case 'list':
      return token.items.map((item: Tokens.ListItem) => item.tokens);
    case 'table':
      return [token.header, ...token.rows].flat().map((cell: Tokens.TableCell) => cell.tokens);
    default:
      return token.tokens ? [token.tokens] : [];
  }
}

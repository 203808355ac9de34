import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './markdown';
import { spansByBlock } from './spans-by-block';

const MARKDOWN = [
  '# Trade',
  'Exports **rose**[^1] by a fifth.',
  '---',
  '> Imports fell.\n>\n> - of timber\n> - of [rye](https://example.org)',
  '| a | b |\n|---|---|\n| c | d |',
  '```\ncode\n```',
  'The end.',
  '[^1]: In the first quarter.',
].join('\n\n');

describe('spansByBlock', () => {
  it('gives each block its own passages, and one over several blocks to all of them', () => {
    const document = parseMarkdown(MARKDOWN);
    const at = (words: string): number => document.text.indexOf(words);
    const rose = { start: at('rose'), end: at('rose') + 4 };
    const across = { start: at('fifth'), end: at('of timber') + 4 };
    const last = { start: at('quarter'), end: at('quarter') + 7 };
    const parts = spansByBlock(document, [rose, across, last]);
    expect(parts).toHaveLength(document.blocks.length);
    const blockOf = (type: string): number => document.blocks.findIndex((block) => block.type === type);
    expect(parts[blockOf('heading')]).toEqual([]);
    expect(parts[blockOf('paragraph')]).toEqual([rose, across]);
    expect(parts[blockOf('quote')]).toEqual([across]);
    expect(parts[blockOf('table')]).toEqual([]);
    expect(parts[blockOf('footnotes')]).toEqual([last]);
  });

  it('leaves no passage out of a block that has words of it', () => {
    const document = parseMarkdown(MARKDOWN);
    const place = fc.nat(document.text.length);
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { maxLength: 12 }), (pairs) => {
        const spans = pairs.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
        const parts = spansByBlock(document, spans);
        for (const [index, block] of document.blocks.entries()) {
          const wanted = spans.filter(({ start, end }) =>
            leavesOf(block).some((leaf) => leaf.start < end && leaf.start + leaf.text.length > start),
          );
          expect(parts[index]).toEqual(expect.arrayContaining(wanted));
        }
      }),
    );
  });
});

/** Whatever in a tree has words and a place. */
function leavesOf(part: unknown): { text: string; start: number }[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('text' in part && 'start' in part) return [part as { text: string; start: number }];
  return Object.values(part).flatMap(leavesOf);
}

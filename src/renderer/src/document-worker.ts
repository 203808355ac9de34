import { parseMarkdown } from '../../core/markdown';
import type { PartOfDocument } from './document';

/** So many blocks are handed over at a time: taking a whole document over would cost the page a frame. */
const PORTION = 60;

addEventListener('message', ({ data }: MessageEvent<string>) => {
  const { blocks, text } = parseMarkdown(data);
  const hand = (part: PartOfDocument): void => postMessage(part);
  for (let from = 0; from < blocks.length; from += PORTION) hand(blocks.slice(from, from + PORTION));
  hand(text);
});

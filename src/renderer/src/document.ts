import type { Block, Document } from '../../core/document';
import { parseMarkdown, plainText } from '../../core/markdown';
import { nextTask } from './next-task';

/** What the worker answers with: some blocks of the document after others, and then its plain text. */
export type PartOfDocument = readonly Block[] | string;

/** A longer text, in UTF-16 code units, is read beside the page: it would keep it busy for some frames. */
const LONG = 100_000;
/** The text that is shown, and the one that will be. */
const KEPT = 2;

/** The newest first. */
let known: readonly { readonly markdown: string; readonly document: Document }[] = [];

/** The tree of the open note's text. All who need it get the same one: a long text is read once. */
export function documentOf(markdown: string): Document {
  const found = known.find((each) => each.markdown === markdown);
  return found ? found.document : keep(markdown, parseMarkdown(markdown));
}

let lastPlain = { markdown: '', text: '' };

/** The plain text of the open note. While that is being written it is made without the tree, once for all who need it. */
export function plainTextOf(markdown: string): string {
  const found = known.find((each) => each.markdown === markdown);
  if (found) return found.document.text;
  if (lastPlain.markdown !== markdown) lastPlain = { markdown, text: plainText(markdown) };
  return lastPlain.text;
}

/** Whether the tree of this text is there, or takes next to no time. */
export const isAtHand = (markdown: string): boolean =>
  markdown.length <= LONG || known.some((each) => each.markdown === markdown);

const underWay = new Map<string, Promise<void>>();

/** Reads a text that is going to be shown, a long one beside the page. Then `documentOf` has it. It never fails. */
export function readDocument(markdown: string): Promise<void> {
  if (markdown.length <= LONG) return Promise.resolve();
  // To take the note over and to show it in one go would cost a frame.
  if (isAtHand(markdown)) return nextTask();
  const before = underWay.get(markdown);
  if (before) return before;
  const reading = readBeside(markdown)
    .then((document) => void keep(markdown, document))
    // Then the page reads it itself.
    .catch((error: unknown) => console.error(error))
    .finally(() => underWay.delete(markdown));
  underWay.set(markdown, reading);
  return reading;
}

function keep(markdown: string, document: Document): Document {
  known = [{ markdown, document }, ...known].slice(0, KEPT);
  return document;
}

async function readBeside(markdown: string): Promise<Document> {
  const { default: Program } = await import('./document-worker?worker');
  const worker = new Program();
  try {
    return await new Promise((resolve, reject) => {
      const blocks: Block[] = [];
      worker.addEventListener('message', ({ data }: MessageEvent<PartOfDocument>) => {
        if (typeof data === 'string') resolve({ blocks, text: data });
        else blocks.push(...data);
      });
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage(markdown);
    });
  } finally {
    // Long texts are rare: its memory is worth more than the milliseconds of its start.
    worker.terminate();
  }
}

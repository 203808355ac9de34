import type { Span } from '../../core/highlight';
import { mapMarkdown } from '../../core/markdown-map';
import { plainProse } from '../../core/plain-prose';

/** A longer text, in UTF-16 code units, is read beside the page, unless it is nothing but prose: somebody may be typing. */
const LONG = 30_000;

/** What the worker is asked. */
export interface PlacesWanted {
  readonly markdown: string;
  readonly spans: readonly Span[];
}

/**
 * Where passages of a text's plain text are written in its Markdown.
 * @returns in the order of `spans`, in UTF-16 code units; null where nothing of a passage is written. It fails only where a worker cannot be had
 */
export async function placesInMarkdown(markdown: string, spans: readonly Span[]): Promise<(Span | null)[]> {
  if (markdown.length > LONG && plainProse(markdown) === null) {
    const { default: Program } = await import('./markdown-places-worker?worker');
    const worker = new Program();
    return new Promise<(Span | null)[]>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<(Span | null)[]>) => resolve(data));
      worker.addEventListener('error', ({ message }) => reject(new Error(message)));
      worker.postMessage({ markdown, spans } satisfies PlacesWanted);
    }).finally(() => worker.terminate());
  }
  const map = mapMarkdown(markdown);
  return spans.map((span) => map.toMarkdown(span));
}

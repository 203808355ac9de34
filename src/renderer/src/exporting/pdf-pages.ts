import type { PDFDocumentProxy } from 'pdfjs-dist';
import { getDocument, PDFWorker, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import WorkerProgram from 'pdfjs-dist/legacy/build/pdf.worker.mjs?worker';
import type { TextItem } from './find-in-text';

/** The pages of one PDF. All have the size of the first one, as the layouts set them. */
export interface PdfPages {
  readonly document: PDFDocumentProxy;
  readonly count: number;
  /** Of a page, in points. */
  readonly width: number;
  readonly height: number;
  /** Gives back what they take. */
  close(): void;
}

/** Reads PDFs in a worker of its own. */
export interface PdfReader {
  /** @returns null: the reader was closed meanwhile */
  open(bytes: Uint8Array): Promise<PdfPages | null>;
  close(): void;
}

export function createPdfReader(): PdfReader {
  const program = new WorkerProgram();
  const worker = PDFWorker.create({ port: program });
  const closing = new AbortController();
  const open = async (data: Uint8Array): Promise<PdfPages> => {
    // The page may neither evaluate nor fetch anything; every font is in the file.
    const task = getDocument({
      data,
      worker,
      isEvalSupported: false,
      useWasm: false,
      useSystemFonts: false,
      useWorkerFetch: false,
    });
    const document = await task.promise;
    const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
    return { document, count: document.numPages, width, height, close: () => void task.destroy() };
  };
  return {
    open: (data) => unlessAborted(closing.signal, () => open(data)),
    close() {
      closing.abort();
      TextLayer.cleanup();
      worker.destroy();
      program.terminate();
    },
  };
}

/** More dots than a screen shows, or a canvas holds, are not drawn. */
const MOST_DOTS = 16_000_000;

/**
 * Draws a page.
 * @param index from 0
 * @param scale CSS pixels to a point
 * @returns null when the signal ended it
 */
export const drawPage = (
  pages: PdfPages,
  index: number,
  scale: number,
  signal: AbortSignal,
): Promise<HTMLCanvasElement | null> =>
  unlessAborted(signal, async () => {
    const page = await pages.document.getPage(index + 1);
    const wanted = scale * devicePixelRatio;
    const dots = Math.min(wanted, Math.sqrt(MOST_DOTS / (pages.width * pages.height)));
    const viewport = page.getViewport({ scale: dots });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    // Otherwise each piece of a page waits for a frame, which do not come while the window is covered.
    const task = page.render({ canvas, viewport, intent: 'print' });
    signal.addEventListener('abort', () => task.cancel());
    await task.promise;
    return canvas;
  });

/** The words of a page as elements to select and to find, one for each item of its text. */
export interface PageWords {
  readonly layer: HTMLElement;
  readonly items: readonly HTMLElement[];
}

/**
 * Lays the words of a page where they stand. The layer grows with `--total-scale-factor`.
 * @param index from 0
 * @returns null when the signal ended it
 */
export const layWords = (pages: PdfPages, index: number, signal: AbortSignal): Promise<PageWords | null> =>
  unlessAborted(signal, async () => {
    const page = await pages.document.getPage(index + 1);
    const layer = document.createElement('div');
    layer.className = 'sheet-words';
    const viewport = page.getViewport({ scale: 1 });
    const textContentSource = await page.getTextContent();
    const words = new TextLayer({ textContentSource, container: layer, viewport });
    await words.render();
    return { layer, items: words.textDivs };
  });

/** The text of a page. @param index from 0 @returns null when the signal ended it */
export const textOf = (
  pages: PdfPages,
  index: number,
  signal: AbortSignal,
): Promise<readonly TextItem[] | null> =>
  unlessAborted(signal, async () => {
    const page = await pages.document.getPage(index + 1);
    const { items } = await page.getTextContent();
    return items.flatMap((item) => ('str' in item ? [{ text: item.str, endsLine: item.hasEOL }] : []));
  });

/** What is asked of pages fails once they are closed; whoever closes them has aborted it before. */
async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T | null> {
  try {
    const done = await work();
    return signal.aborted ? null : done;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

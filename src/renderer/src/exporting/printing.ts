import { fail, ok, type Result } from '../../../core/result';
import type { SaidOnce } from '../../../core/said-once';
import type { ExportChoices } from '../../../core/vocabulary';
import { failureText, t } from '../../../shared/text';
import { call } from '../api';
import { saveDrafts } from '../drafts';
import { say } from '../store';
import { asTask, tellProgress } from '../tasks';
import { createPdfReader, drawPage, type PdfPages } from './pdf-pages';
import { currentChoices, rememberedChoices } from './remembered-choices';
import { rememberedPresentation } from './remembered-presentations';
import type { Exported } from './usePreview';
import './printing.css';

/** Dots to an inch: letters are sharp in print, and a sheet stays below a megabyte. */
const DOTS = 240;

/** Sets the pages, and prints them as they are. Whether it worked is said. @param task its name, for Cancel */
export async function printNotes(
  { notes, title }: Exported,
  task: string,
  choices: ExportChoices = currentChoices(rememberedChoices()),
  said: SaidOnce = { presentation: rememberedPresentation(notes.length === 1 ? (notes[0] ?? '') : '') },
): Promise<void> {
  if (!(await saveDrafts())) return;
  const printed = await asTask(task, (signal) => setAndPrint({ notes, title }, task, choices, said, signal));
  if (printed.ok) say('done', t('export.printed'));
  else if (printed.error.code === 'cancelled') say('info', t('error.cancelled_print'));
  else say('error', failureText(printed.error));
}

async function setAndPrint(
  { notes, title }: Exported,
  task: string,
  choices: ExportChoices,
  said: SaidOnce,
  signal: AbortSignal,
): Promise<Result<null>> {
  const set = await call('export.preview', { notes: [...notes], title, choices, task, ...said });
  if (!set.ok) return set;
  return signal.aborted ? fail('cancelled') : printPdf(set.value.pdf, task, signal);
}

/** Lays the pages out for paper, asks for them to be printed, and takes them away again. */
async function printPdf(pdf: Uint8Array, task: string, signal: AbortSignal): Promise<Result<null>> {
  const reader = createPdfReader();
  const paper = document.createElement('div');
  paper.className = 'print-sheets';
  paper.ariaHidden = 'true';
  document.body.append(paper);
  try {
    const pages = await reader.open(pdf);
    if (!pages) return fail('cancelled');
    for (let index = 0; index < pages.count; index += 1) {
      tellProgress({ task, label: 'drawing', done: index / pages.count, count: pages.count });
      const sheet = await sheetOf(pages, index, signal);
      if (!sheet || signal.aborted) return fail('cancelled');
      paper.append(sheet);
    }
    const { width, height } = pages;
    pages.close();
    const printed = await call('export.print', { width, height });
    return printed.ok ? ok(null) : printed;
  } finally {
    paper.remove();
    reader.close();
  }
}

/** A page as a picture: hundreds of canvases would not fit into memory. @returns null when the signal ended it */
async function sheetOf(
  pages: PdfPages,
  index: number,
  signal: AbortSignal,
): Promise<HTMLImageElement | null> {
  const canvas = await drawPage(pages, index, DOTS / 72 / devicePixelRatio, signal);
  if (!canvas) return null;
  const sheet = new Image();
  sheet.alt = '';
  sheet.src = canvas.toDataURL('image/png');
  sheet.style.width = `${pages.width}pt`;
  sheet.style.height = `${pages.height}pt`;
  await sheet.decode();
  return sheet;
}

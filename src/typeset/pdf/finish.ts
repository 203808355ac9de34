import type { PdfComment } from './comment';
import { packed } from './packed';

export interface Finishing {
  /** Annotations that become comments of the PDF, by their places; null: none do. */
  readonly comments: ReadonlyMap<string, PdfComment> | null;
  /** Whether the file, which is PDF/A, is to say that it is PDF/UA too. */
  readonly archive: boolean;
  /** What opens the file; null: nothing is needed. */
  readonly password: string | null;
}

/**
 * Adds to a PDF what the typesetter cannot write: how the attached note relates to it, comments, a password. Without a password the
 * same input gives the same bytes.
 * @param pdf as the typesetter has written it
 */
export async function finishPdf(pdf: Uint8Array, wishes: Finishing): Promise<Uint8Array> {
  const { comments, archive, password } = wishes;
  const nothingWished = comments === null && !archive && password === null;
  const small = nothingWished ? await packed(pdf) : null;
  if (small) return small;
  // It comes with a library that most exports do without.
  const { changed } = await import('./changed');
  return changed(pdf, wishes);
}

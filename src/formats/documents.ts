import type { Composed } from '../core/briefing';
import type { Attachment } from './mail/draft';

export interface WrittenDocument {
  readonly bytes: Uint8Array;
  /** How many images of the note this kind of file cannot show; their words stand in their places. */
  readonly unreadable: number;
}

/** A briefing as a file that other programs open. Each writer is loaded by its first use: no start needs them. */
export async function writeDocument(composed: Composed, format: 'docx' | 'html'): Promise<WrittenDocument> {
  switch (format) {
    case 'docx':
      return (await import('./docx/docx')).writeDocx(composed);
    case 'html':
      return { bytes: (await import('./html/html')).writeHtml(composed), unreadable: 0 };
  }
}

/** A draft of an e-mail with a file attached. */
export const writeMail = async ({ briefing }: Composed, attachment: Attachment): Promise<Uint8Array> =>
  (await import('./mail/draft')).writeDraft(briefing, attachment);

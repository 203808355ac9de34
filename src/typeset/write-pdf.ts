import type { Briefing } from '../core/briefing';
import { fail, ok, type Result, type Warning } from '../core/result';
import type { Compiler, TypstDocument } from './compiler';

const CHARACTERS_NAMED = 12;
const MESSAGES = 3;

export interface WrittenPdf {
  readonly pdf: Uint8Array;
  /** Whether it is PDF/A-3. */
  readonly isArchive: boolean;
  readonly warnings: readonly Warning[];
}

interface Wanted {
  /** Whether it shall be PDF/A-3 as well. */
  readonly archive: boolean;
  readonly labels: Briefing['labels'];
  /** Characters that no font has. */
  readonly missing: readonly string[];
}

/**
 * Writes a document as PDF/UA-1, or where something prevents that without the claim, and says what.
 * @returns `typeset-failed` where it cannot be written at all
 */
export function writePdf(
  compiler: Compiler,
  document: TypstDocument,
  { archive, labels, missing }: Wanted,
): Result<WrittenPdf> {
  const why =
    missing.length > 0 ? (labels['why-glyphs-missing'] ?? '') : whyNot(() => compiler.pdf(document, 'ua-1'));
  if (typeof why !== 'string') {
    return archive ? asArchive(compiler, document, why) : ok({ pdf: why, isArchive: false, warnings: [] });
  }
  const plain = whyNot(() => compiler.pdf(document, null));
  if (typeof plain === 'string') return fail('typeset-failed', { message: plain });
  const warnings: Warning[] = [
    ...(missing.length > 0 ? [glyphsMissing(missing)] : []),
    { code: 'pdf-not-accessible', details: { why } },
    ...(archive ? [notArchive(why)] : []),
  ];
  return ok({ pdf: plain, isArchive: false, warnings });
}

/** What can be written as PDF/UA can nearly always be written as PDF/A too. @param accessible the same without that */
function asArchive(compiler: Compiler, document: TypstDocument, accessible: Uint8Array): Result<WrittenPdf> {
  const archived = whyNot(() => compiler.pdf(document, 'a-3a'));
  return typeof archived === 'string'
    ? ok({ pdf: accessible, isArchive: false, warnings: [notArchive(archived)] })
    : ok({ pdf: archived, isArchive: true, warnings: [] });
}

const notArchive = (why: string): Warning => ({ code: 'pdf-not-archive', details: { why } });

/** What was written, or why it cannot be. */
function whyNot(write: () => Uint8Array): Uint8Array | string {
  try {
    return write();
  } catch (error) {
    return messagesOf(error).join('; ');
  }
}

function glyphsMissing(missing: readonly string[]): Warning {
  const named = missing.slice(0, CHARACTERS_NAMED).join(' ');
  return {
    code: 'glyphs-missing',
    details: { characters: missing.length > CHARACTERS_NAMED ? `${named} …` : named },
  };
}

/** Typst's words about what a standard does not allow, each once; the compiler hands them over as its own debug print. */
function messagesOf(error: unknown): string[] {
  const text = error instanceof Error ? error.message : String(error);
  const found = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(({ 1: message }) =>
    (message ?? '').replace(/^PDF\/(?:UA-1|A-3a) error: /, '').replace(/\\(.)/g, '$1'),
  );
  return found.length > 0 ? [...new Set(found)].slice(0, MESSAGES) : [text.slice(0, 200)];
}

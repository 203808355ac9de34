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
}

/**
 * Writes a document as PDF/UA-1, or where something prevents that without the claim, and says what.
 * @returns `typeset-failed` where it cannot be written at all
 */
export function writePdf(
  compiler: Compiler,
  document: TypstDocument,
  { archive, labels }: Wanted,
): Result<WrittenPdf> {
  const accessible = attempt(() => compiler.pdf(document, 'ua-1'));
  if ('pdf' in accessible) {
    const { pdf } = accessible;
    return archive ? asArchive(compiler, document, pdf) : ok({ pdf, isArchive: false, warnings: [] });
  }
  const plain = attempt(() => compiler.pdf(document, null));
  if (!('pdf' in plain)) return fail('typeset-failed', { message: plain.why });
  const { missing } = accessible;
  const why = missing.length > 0 ? (labels['why-glyphs-missing'] ?? '') : accessible.why;
  const warnings: Warning[] = [
    ...(missing.length > 0 ? [glyphsMissing(missing)] : []),
    { code: 'pdf-not-accessible', details: { why } },
    ...(archive ? [notArchive(why)] : []),
  ];
  return ok({ pdf: plain.pdf, isArchive: false, warnings });
}

/** What can be written as PDF/UA can nearly always be written as PDF/A too. @param accessible the same without that */
function asArchive(compiler: Compiler, document: TypstDocument, accessible: Uint8Array): Result<WrittenPdf> {
  const archived = attempt(() => compiler.pdf(document, 'a-3a'));
  return 'pdf' in archived
    ? ok({ pdf: archived.pdf, isArchive: true, warnings: [] })
    : ok({ pdf: accessible, isArchive: false, warnings: [notArchive(archived.why)] });
}

const notArchive = (why: string): Warning => ({ code: 'pdf-not-archive', details: { why } });

interface Refused {
  readonly why: string;
  /** Characters that neither the app's fonts nor the system's have. */
  readonly missing: readonly string[];
}

/** What was written, or why it cannot be. */
function attempt(write: () => Uint8Array): { readonly pdf: Uint8Array } | Refused {
  try {
    return { pdf: write() };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { why: messagesOf(text).join('; '), missing: missingIn(text) };
  }
}

/** What has no picture of its own is nothing that a reader misses. */
const UNSEEN = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** The characters that Typst could not show, each once, in their order; the compiler hands its words over as its own debug print. */
function missingIn(text: string): string[] {
  const named = [...text.matchAll(/the text `\\"(.*?)\\"` could not be displayed/g)].map(
    ({ 1: shown = '' }) =>
      shown.replace(/\\+u\{([\da-f]+)\}/g, (_, code: string) =>
        String.fromCodePoint(Number.parseInt(code, 16)),
      ),
  );
  return [...new Set(named)].filter((characters) => !UNSEEN.test(characters));
}

function glyphsMissing(missing: readonly string[]): Warning {
  const named = missing.slice(0, CHARACTERS_NAMED).join(' ');
  return {
    code: 'glyphs-missing',
    details: { characters: missing.length > CHARACTERS_NAMED ? `${named} …` : named },
  };
}

/** Typst's words about what a standard does not allow, each once. */
function messagesOf(text: string): string[] {
  const found = [...text.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(({ 1: message }) =>
    (message ?? '').replace(/^PDF\/(?:UA-1|A-3a) error: /, '').replace(/\\(.)/g, '$1'),
  );
  return found.length > 0 ? [...new Set(found)].slice(0, MESSAGES) : [text.slice(0, 200)];
}

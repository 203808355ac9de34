import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { fail, ok, type Result } from '../../core/result';

/** More than any note has, in bytes: what unfolds to more is left alone. */
const MOST = 128 * 1024 * 1024;
/** Deeper than anybody builds a tree of names. */
const DEEPEST = 16;

const inflated = promisify(inflate);

export interface AttachedFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/**
 * The files that are attached to a PDF (ISO 32000-2, 7.11.4), as far as they are stored plainly or with Flate.
 * @param name of the file, for what is said of it
 * @param typed the password; none: nothing was given
 * @returns `pdf-protected` where it needs a password, `pdf-password-wrong` where it needs another one, `file-not-a-note` where it is
 *   damaged or no PDF
 */
export async function attachedFiles(
  bytes: Uint8Array,
  name: string,
  typed?: string,
): Promise<Result<readonly AttachedFile[]>> {
  try {
    const { catalog } = await PDFDocument.load(bytes, {
      updateMetadata: false,
      // As it is compared by every program (ISO 32000-2, 7.6.4.3.3).
      ...(typed !== undefined && { password: typed.normalize('NFC') }),
    });
    const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
    const tree = names?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict);
    const files: AttachedFile[] = [];
    for (const specification of tree ? leavesOf(tree, 0) : []) {
      const file = await fileOf(specification);
      if (file) files.push(file);
    }
    return ok(files);
  } catch (error) {
    if (error instanceof EncryptedPDFError) return fail('pdf-protected', { file: name });
    if (typed !== undefined && error instanceof Error && /password/i.test(error.message)) {
      return fail('pdf-password-wrong', { file: name });
    }
    // Whatever the library stumbles over, the file is not one that the app has made.
    if (error instanceof Error) return fail('file-not-a-note', { file: name });
    throw error;
  }
}

/** The values of a tree of names. */
function leavesOf(node: PDFDict, depth: number): PDFDict[] {
  if (depth > DEEPEST) return [];
  const names = node.lookupMaybe(PDFName.of('Names'), PDFArray);
  const kids = node.lookupMaybe(PDFName.of('Kids'), PDFArray);
  const leaves: PDFDict[] = [];
  for (let index = 1; names && index < names.size(); index += 2) leaves.push(names.lookup(index, PDFDict));
  for (let index = 0; kids && index < kids.size(); index += 1)
    leaves.push(...leavesOf(kids.lookup(index, PDFDict), depth + 1));
  return leaves;
}

async function fileOf(specification: PDFDict): Promise<AttachedFile | null> {
  const name =
    specification.lookupMaybe(PDFName.of('UF'), PDFString, PDFHexString) ??
    specification.lookupMaybe(PDFName.of('F'), PDFString, PDFHexString);
  const stream = specification.lookupMaybe(PDFName.of('EF'), PDFDict)?.lookup(PDFName.of('F'));
  if (!name || !(stream instanceof PDFRawStream)) return null;
  const filter = stream.dict.lookup(PDFName.of('Filter'));
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  const stored = stream.getContents();
  if (only === undefined) return { name: name.decodeText(), content: stored };
  if (only !== PDFName.of('FlateDecode')) return null;
  return { name: name.decodeText(), content: await inflated(stored, { maxOutputLength: MOST }) };
}

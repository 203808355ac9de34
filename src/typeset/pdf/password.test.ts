import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { PDFDict, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import { ok } from '../../core/result';
import { articleNote } from '../samples';
import { PdfFile, requestFor, typesetter } from '../test-typeset';

const PASSWORD = 'Пароль 7';
const note = articleNote();

async function locked(choices = {}): Promise<{ file: PdfFile; pdf: Uint8Array }> {
  const result = await typesetter.typeset({ ...requestFor(note, choices), password: PASSWORD });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(result.value.warnings).toEqual([]);
  return { file: new PdfFile(result), pdf: result.value.pdf };
}

const qpdf = (...args: string[]): string => execFileSync('qpdf', args, { encoding: 'utf8', stdio: 'pipe' });

async function unlocked({ path }: PdfFile): Promise<PdfFile> {
  const opened = `${path}.open.pdf`;
  qpdf(`--password=${PASSWORD}`, '--decrypt', path, opened);
  return new PdfFile(ok({ pdf: readFileSync(opened), warnings: [] }));
}

describe('a PDF with a password', () => {
  it('is encrypted with AES-256, revision 6, and lets in who reads aloud', async () => {
    const { file } = await locked();
    const said = qpdf('--show-encryption', `--password=${PASSWORD}`, file.path);
    expect(said).toContain('R = 6');
    for (const what of ['stream', 'string', 'file'])
      expect(said).toContain(`${what} encryption method: AESv3`);
    expect(said).toContain('extract for accessibility: allowed');
    expect(said).not.toContain('not allowed');
    expect(qpdf('--check', `--password=${PASSWORD}`, file.path)).toContain(
      'No syntax or stream encoding errors',
    );
  });

  it.each(['', 'another', 'Пароль 8'])('opens with no other password: %j', async (password) => {
    const { file, pdf } = await locked();
    expect(() => qpdf('--check', `--password=${password}`, file.path)).toThrow('invalid password');
    const opening = getDocument({ data: pdf, password, verbosity: 0 });
    await expect(opening.promise).rejects.toMatchObject({ name: 'PasswordException' });
  });

  it('opens in other programs, with pages, attached note, comments and what it says of itself', async () => {
    const { file, pdf } = await locked({ layout: 'annotated-article', pdfComments: true });
    const document = await getDocument({ data: pdf, password: PASSWORD, verbosity: 0 }).promise;
    const page = await document.getPage(1);
    const highlights = (await page.getAnnotations()).filter(({ subtype }) => subtype === 'Highlight');
    expect(highlights.map(({ titleObj }) => titleObj.str)).toEqual(
      note.annotations.map(() => 'Desk officer'),
    );
    expect((await document.getMetadata()).metadata?.get('dc:title')).toBe(note.title);
    await document.destroy();
    const open = await unlocked(file);
    const plain = new PdfFile(
      await typesetter.typeset(requestFor(note, { layout: 'annotated-article', pdfComments: true })),
    );
    expect(open.text()).toBe(plain.text());
    const tags = (of: PdfFile): string => of.structure().replace(/Object \d+/g, 'Object');
    expect(tags(open)).toBe(tags(plain));
    expect(open.attachments()).toBe(plain.attachments());
    expect(open.metadata()).toBe(plain.metadata());
  });

  it('has no string that was forgotten, beside streams too', async () => {
    const { file } = await locked();
    const open = await unlocked(file);
    const { catalog, context } = await PDFDocument.load(readFileSync(open.path), { updateMetadata: false });
    expect(catalog.lookup(PDFName.of('Lang'), PDFString).decodeText()).toBe('en');
    const attached = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => ('dict' in object && object.dict instanceof PDFDict ? [object.dict] : []))
      .find((dict) => dict.get(PDFName.of('Type')) === PDFName.of('EmbeddedFile'));
    const parameters = attached?.lookup(PDFName.of('Params'), PDFDict);
    expect(String(parameters?.get(PDFName.of('ModDate')))).toMatch(/^\(D:20250131/);
    const raw = file.raw();
    for (const words of [note.title, 'Vologda', 'D:2025', 'note.json', '(en)', PASSWORD])
      for (const written of [words, Buffer.from(words, 'utf16le').swap16().toString('latin1')])
        expect(raw).not.toContain(written);
  });

  it('differs each time, since its salts are random', async () => {
    expect(Buffer.compare((await locked()).pdf, (await locked()).pdf)).not.toBe(0);
  });
});

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, it } from 'vitest';
import { Compiler } from '../compiler';
import { folder, fontsFolder } from '../test-typeset';
import { packed } from './packed';

/** Words that a file itself is made of, and all that has to be masked in a string. */
const WORDS = ') >> endobj\n<< /Type /Filespec /F (x) endstream startxref 0 %%EOF \\ (';

/** A file as Typst writes it, whose title, headings and attached file's words are these. */
function written(words: string, files = 1): Buffer {
  const compiler = new Compiler(fontsFolder);
  compiler.map('/words.json', Buffer.from(JSON.stringify(words)));
  const attached = Array.from(
    { length: files },
    (_, index) => `#pdf.attach("note-${index}.json", bytes("{}"), description: words)`,
  );
  const text = '#set document(title: words)\n= #words\n#for n in range(300) [ == #words #n ]';
  compiler.map('/all.typ', Buffer.from(`#let words = json("words.json")\n${text}\n${attached.join('\n')}`));
  const compiled = compiler.compile('/all.typ');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.mistakes));
  return Buffer.from(compiler.pdf(compiled.document, null));
}

const packedFile = async (plain: Uint8Array): Promise<Uint8Array> => {
  const file = await packed(plain);
  if (!file) throw new Error('not packed');
  return file;
};

/** What qpdf makes of a file: each object in the same form, whatever form it had. */
function opened(pdf: Uint8Array, name: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, pdf);
  const said = execFileSync('qpdf', ['--check', file], { encoding: 'utf8', stdio: 'pipe' });
  expect(said).not.toContain('WARNING');
  execFileSync('qpdf', ['--json-output', '--json-stream-data=none', file, `${file}.json`]);
  return readFileSync(`${file}.json`, 'utf8');
}

interface Opened {
  readonly qpdf: readonly [unknown, Readonly<Record<string, unknown>>];
}

/** The objects of a file by their numbers, without those that a file is held together by. */
function objectsIn(json: string): Map<string, unknown> {
  const { qpdf }: Opened = JSON.parse(json);
  return new Map(
    Object.entries(qpdf[1]).filter(
      ([name, value]) => name !== 'trailer' && !/"\/(ObjStm|XRef)"/.test(JSON.stringify(value)),
    ),
  );
}

describe('packed', () => {
  it('hands on every object as it was, and adds how the attached file relates to the pages', async () => {
    const plain = written(WORDS);
    const before = objectsIn(opened(plain, 'plain.pdf'));
    const after = objectsIn(opened(await packedFile(plain), 'packed.pdf'));
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    const different = [...before].filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(after.get(name)),
    );
    expect(before.size).toBeGreaterThan(600);
    expect(different.map(([, value]) => /"\/(Catalog|Filespec)"/.exec(JSON.stringify(value))?.[1])).toEqual([
      'Filespec',
      'Catalog',
    ]);
  });

  it('relates each of several attached files', async () => {
    const { catalog } = await PDFDocument.load(await packedFile(written('Words', 2)));
    const files = catalog.lookup(PDFName.of('AF'), PDFArray);
    const relations = [0, 1].map((index) => files.lookup(index, PDFDict).get(PDFName.of('AFRelationship')));
    expect(files.size()).toBe(2);
    expect(relations).toEqual([PDFName.of('Source'), PDFName.of('Source')]);
  });

  it('makes the same of the same, less than half as large', async () => {
    const plain = written('Words');
    const once = await packedFile(plain);
    expect(Buffer.compare(once, await packedFile(plain))).toBe(0);
    expect(once.length).toBeLessThan(plain.length / 2);
  });

  it('is nothing where a file is of another form', async () => {
    const plain = written('Words');
    expect(await packed(await packedFile(plain))).toBeNull();
    expect(await packed(plain.subarray(0, -20))).toBeNull();
    expect(await packed(Buffer.from('%PDF-1.7'))).toBeNull();
  });
});

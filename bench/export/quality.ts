import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { contentOf } from '../../src/typeset/pdf/test-content';
import { matterhorn } from '../../src/typeset/pdf/test-matterhorn';
import { attributeOf, nameIn, type Tag, tagsOf, textIn } from '../../src/typeset/pdf/test-structure';
import { createTypesetter } from '../../src/typeset/typesetter';
import { type DocumentName, requestOf } from './documents';

export const ROWS = [
  'tagged; says that it is PDF/UA; title in the metadata',
  'conditions of the Matterhorn Protocol that fail',
  'things painted that are neither tagged nor page furniture',
  'passages in another language marked as such',
  'cells of tables’ heads with their scope',
  'links that say in words where they lead',
  'outline',
  'page labels',
  'comments as annotations: author, words, appearance, tag',
  'attached files, with their relationship',
  'size',
] as const;
export type Quality = Record<(typeof ROWS)[number], string>;

/** Reads each row of the table from a file. */
export async function qualityOf(file: string): Promise<Quality> {
  const bytes = new Uint8Array(readFileSync(file));
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const { catalog, context } = document;
  const judged = await matterhorn(bytes);
  const failed = judged.filter(({ result }) => result === 'fail').map(({ id }) => id);
  const isFine = (id: string): boolean => !failed.includes(id);
  const content = await contentOf(bytes.slice());
  const tags = tagsOf(document, (name) => name);
  const heads = tags.filter(({ type }) => type === 'TH');
  const annotations = document
    .getPages()
    .flatMap((page) => (page.node.Annots()?.asArray() ?? []).map((ref) => context.lookup(ref, PDFDict)));
  const links = annotations.filter((one) => nameIn(one, 'Subtype') === 'Link');
  const comments = annotations.filter((one) => ['Highlight', 'Text'].includes(nameIn(one, 'Subtype')));
  const having = (dicts: readonly PDFDict[], key: string): number =>
    dicts.filter((dict) => dict.get(PDFName.of(key)) !== undefined).length;
  const specs = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && object.get(PDFName.of('EF')) ? [object] : []));
  return {
    'tagged; says that it is PDF/UA; title in the metadata': [
      tags.length > 0,
      isFine('06-002'),
      isFine('06-003'),
    ]
      .map(yes)
      .join(', '),
    'conditions of the Matterhorn Protocol that fail':
      failed.length === 0 ? '0' : `${failed.length} (${failed.join(' ')})`,
    'things painted that are neither tagged nor page furniture': String(content.untagged.length),
    'passages in another language marked as such': String(languagesOf(tags, textIn(catalog, 'Lang'), file)),
    'cells of tables’ heads with their scope': of(
      heads.filter((head) => attributeOf(head, 'Scope')).length,
      heads.length,
    ),
    'links that say in words where they lead': of(
      links.filter((link) => textIn(link, 'Contents') !== '').length,
      links.length,
    ),
    outline: yes(
      catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)?.get(PDFName.of('First')) !== undefined,
    ),
    'page labels': yes(catalog.get(PDFName.of('PageLabels')) !== undefined),
    'comments as annotations: author, words, appearance, tag':
      comments.length === 0
        ? 'none'
        : ['T', 'Contents', 'AP', 'StructParent']
            .map((key) => of(having(comments, key), comments.length))
            .join(', '),
    'attached files, with their relationship':
      specs.length === 0 ? 'none' : of(having(specs, 'AFRelationship'), specs.length),
    size: `${Math.round(bytes.length / 1000)} kB`,
  };
}

/** The most that our own file may take, in kB. */
const LARGEST: Partial<Record<DocumentName, number>> = { article: 60, pack: 2000 };

/** The same of our own file, with comments of the PDF. */
export async function ours(name: DocumentName, folder: string): Promise<Quality> {
  const typesetter = createTypesetter({
    layoutsFolder: path.resolve('resources/layouts'),
    fontsFolder: path.resolve('out/fonts'),
  });
  const request = requestOf(name, 'annotated-article', 0);
  const set = await typesetter.typeset({ ...request, briefing: { ...request.briefing, pdfComments: true } });
  if (!set.ok) throw new Error(JSON.stringify(set.error));
  const file = path.join(folder, `${name}, ours.pdf`);
  writeFileSync(file, set.value.pdf);
  const quality = await qualityOf(file);
  const largest = LARGEST[name];
  if (largest === undefined) return quality;
  const kept = set.value.pdf.length <= largest * 1000 ? 'kept' : 'OVER';
  return { ...quality, size: `${quality.size} (limit ${largest} kB, ${kept})` };
}

/** How many pieces of text say that they are in another language than the file: tags, and marks in the pages. */
function languagesOf(tags: readonly Tag[], whole: string, file: string): number {
  const inTags = tags.filter(({ dict }) => !['', whole].includes(textIn(dict, 'Lang'))).length;
  const open = execFileSync('qpdf', ['--qdf', '--object-streams=disable', file, '-'], { maxBuffer: 1e9 });
  const inPages = [...open.toString('latin1').matchAll(/\/Lang \(([a-z-]+)\)\s*>>\s*BDC/g)];
  return inTags + inPages.filter(([, language]) => language !== whole).length;
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');
const of = (some: number, all: number): string => (all === 0 ? 'none there' : `${some} of ${all}`);

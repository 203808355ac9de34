import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib';
import { contentOf } from './test-content';
import { ANNOTATION_CONDITIONS } from './test-matterhorn-annotations';
import { FILE_CONDITIONS } from './test-matterhorn-file';
import { FONT_CONDITIONS } from './test-matterhorn-fonts';
import { TAG_CONDITIONS } from './test-matterhorn-tags';
import { nameIn, type Subject, standardType, type Tag, tagsOf } from './test-structure';

/** Every condition that is decided here, in the order of the protocol. */
export const CONDITIONS = [
  ...FILE_CONDITIONS,
  ...TAG_CONDITIONS,
  ...ANNOTATION_CONDITIONS,
  ...FONT_CONDITIONS,
].sort((a, b) => a.id.localeCompare(b.id));

export interface Judged {
  readonly id: string;
  /** `none`: the file has nothing that the condition is about. */
  readonly result: 'pass' | 'fail' | 'none';
  /** Each place that fails. */
  readonly places: readonly string[];
}

/** Judges a PDF by the conditions of the Matterhorn Protocol 1.1 (PDF Association, 2021) that its objects decide. */
export async function matterhorn(pdf: Uint8Array): Promise<Judged[]> {
  const subject = await subjectOf(pdf);
  return CONDITIONS.map(({ id, fails }) => {
    const places = fails(subject);
    return {
      id,
      result: places === null ? 'none' : places.length > 0 ? 'fail' : 'pass',
      places: places ?? [],
    };
  });
}

async function subjectOf(pdf: Uint8Array): Promise<Subject> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { catalog, context } = document;
  const roles = rolesOf(catalog);
  const tags = tagsOf(document, (name) => standardType(name, roles));
  const holders = new Map(tags.flatMap((tag) => tag.annotations.map((ref): [PDFRef, Tag] => [ref, tag])));
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  const dictionaries = context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (object instanceof PDFRawStream) return [object.dict];
    return object instanceof PDFDict ? [object] : [];
  });
  return {
    catalog,
    encryption: context.lookupMaybe(context.trailerInfo.Encrypt, PDFDict) ?? null,
    content: await contentOf(pdf.slice()),
    tags,
    roles,
    metadata:
      metadata instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(metadata).decode()) : '',
    dictionaries,
    annotations: document.getPages().flatMap((page, index) =>
      (page.node.Annots()?.asArray() ?? []).map((object) => {
        const dict = context.lookup(object, PDFDict);
        const tag = (object instanceof PDFRef && holders.get(object)) || null;
        return { page: index + 1, pageDict: page.node, dict, type: nameIn(dict, 'Subtype'), tag };
      }),
    ),
  };
}

function rolesOf(catalog: PDFDict): Map<string, string> {
  const map = catalog
    .lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict)
    ?.lookupMaybe(PDFName.of('RoleMap'), PDFDict);
  const roles = map?.entries() ?? [];
  return new Map(
    roles.map(([from, to]) => [from.decodeText(), to instanceof PDFName ? to.decodeText() : '']),
  );
}

import {
  PDFArray,
  PDFBool,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Content } from './test-content';

/** A PDF in the form in which the conditions look at it. */
export interface Subject {
  readonly catalog: PDFDict;
  /** Null: the file is not encrypted. */
  readonly encryption: PDFDict | null;
  readonly content: Content;
  readonly tags: readonly Tag[];
  /** The file's own types of tags, and what they stand for. */
  readonly roles: ReadonlyMap<string, string>;
  /** XMP. */
  readonly metadata: string;
  readonly annotations: readonly PlacedAnnotation[];
  /** Of all objects, also those of streams. */
  readonly dictionaries: readonly PDFDict[];
}

export interface PlacedAnnotation {
  /** From 1. */
  readonly page: number;
  readonly pageDict: PDFDict;
  readonly dict: PDFDict;
  readonly type: string;
  /** The tag that holds it; null: none does. */
  readonly tag: Tag | null;
}

export interface Condition {
  /** In the Matterhorn Protocol 1.1. */
  readonly id: string;
  /** What is so where it fails. */
  readonly what: string;
  /** The places that fail; null: there is nothing that it is about. */
  readonly fails: (subject: Subject) => string[] | null;
}

/** A tag of a PDF with what it holds. */
export interface Tag {
  /** As it is written. */
  readonly name: string;
  /** The standard type that it stands for. */
  readonly type: string;
  readonly parent: Tag | null;
  readonly dict: PDFDict;
  readonly kids: Tag[];
  /** References of the annotations that it holds itself. */
  readonly annotations: PDFRef[];
}

/** The tags of a document, in the order of reading. */
export function tagsOf(document: PDFDocument, typeOf: (name: string) => string): Tag[] {
  const { catalog, context } = document;
  const all: Tag[] = [];
  const visit = (object: PDFObject | undefined, parent: Tag | null): void => {
    const kid = object instanceof PDFRef ? context.lookup(object) : object;
    if (kid instanceof PDFArray) {
      for (const each of kid.asArray()) visit(each, parent);
    } else if (kid instanceof PDFDict && nameIn(kid, 'Type') === 'OBJR') {
      const target = kid.get(PDFName.of('Obj'));
      if (target instanceof PDFRef) parent?.annotations.push(target);
    } else if (kid instanceof PDFDict && nameIn(kid, 'Type') !== 'MCR') {
      const name = nameIn(kid, 'S');
      const tag: Tag = { name, type: typeOf(name), parent, dict: kid, kids: [], annotations: [] };
      all.push(tag);
      parent?.kids.push(tag);
      visit(kid.get(PDFName.of('K')), tag);
    }
  };
  const root = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  visit(root?.get(PDFName.of('K')), null);
  return all;
}

/** What a type of tags stands for; where the mapping goes in a circle, some type of it. */
export function standardType(name: string, roles: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let type = name;
  for (let next = roles.get(type); next !== undefined && !seen.has(type); next = roles.get(type)) {
    seen.add(type);
    type = next;
  }
  return type;
}

/** The value of an attribute of a tag, whoever owns it. */
export function attributeOf({ dict }: Tag, name: string): PDFObject | undefined {
  const attributes = dict.lookup(PDFName.of('A'));
  const owners =
    attributes instanceof PDFArray
      ? attributes.asArray().map((_, index) => attributes.lookup(index))
      : [attributes];
  for (const owner of owners) {
    const value = owner instanceof PDFDict ? owner.lookup(PDFName.of(name)) : undefined;
    if (value) return value;
  }
  return undefined;
}

/** A tag with those above it, for who has to find it. */
export const pathOf = (tag: Tag): string => `${tag.parent ? `${pathOf(tag.parent)}/` : ''}${tag.name}`;

/** A name in a dictionary, without its slash; empty: none. */
export function nameIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
}

/** A text in a dictionary; empty: none. */
export function textIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

export const numberIn = (dict: PDFDict, key: string): number | null =>
  dict.lookupMaybe(PDFName.of(key), PDFNumber)?.asNumber() ?? null;

export const dictIn = (dict: PDFDict, key: string): PDFDict | null =>
  dict.lookupMaybe(PDFName.of(key), PDFDict) ?? null;

export function isTrueIn(dict: PDFDict | null, key: string): boolean {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFBool && value.asBoolean();
}

export const has = (dict: PDFDict, key: string): boolean => dict.lookup(PDFName.of(key)) !== undefined;

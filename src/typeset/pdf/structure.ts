import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '@cantoo/pdf-lib';

const KIDS = PDFName.of('K');
const PARENT = PDFName.of('P');
const PARENT_TREE = PDFName.of('ParentTree');

/** The tags of a PDF, as far as annotations have a place in them (ISO 32000-1, 14.7). */
export class Structure {
  readonly #context: PDFContext;
  readonly #root: PDFDict | undefined;
  readonly #parents = new Map<number, PDFObject>();
  #nextKey = 0;

  constructor(document: PDFDocument) {
    this.#context = document.context;
    this.#root = document.catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
    this.#read(this.#root?.lookupMaybe(PARENT_TREE, PDFDict));
    this.#nextKey = Math.max(-1, ...this.#parents.keys()) + 1;
  }

  /** The tag of the annotation with this `StructParent`; null: it has none. */
  elementOf(key: number | null): PDFRef | null {
    const found = key === null ? undefined : this.#parents.get(key);
    return found instanceof PDFRef ? found : null;
  }

  /** Gives a tag another name. */
  rename(element: PDFRef, name: string): void {
    this.#context.lookup(element, PDFDict).set(PDFName.of('S'), PDFName.of(name));
  }

  /**
   * Adds a tag that holds nothing but an annotation.
   * @param after the tag that it follows, below the same parent
   * @returns the new tag, and the `StructParent` of the annotation
   */
  addAnnotation(after: PDFRef, annotation: PDFRef, page: PDFRef): { element: PDFRef; key: number } {
    const parent = this.#context.lookup(after, PDFDict).get(PARENT);
    if (!(parent instanceof PDFRef)) throw new TypeError('A tag has no parent');
    const element = this.#context.register(
      this.#context.obj({
        Type: 'StructElem',
        S: 'Annot',
        P: parent,
        Pg: page,
        K: [{ Type: 'OBJR', Obj: annotation, Pg: page }],
      }),
    );
    const kids = this.#kidsOf(parent);
    kids.splice(kids.indexOf(after) + 1, 0, element);
    this.#setKids(parent, kids);
    const key = this.#nextKey;
    this.#nextKey += 1;
    this.#parents.set(key, element);
    return { element, key };
  }

  /** Forgets that an annotation belongs to a tag. */
  removeAnnotation(element: PDFRef, annotation: PDFRef, key: number): void {
    const isOther = (kid: PDFObject): boolean =>
      !(kid instanceof PDFDict && kid.get(PDFName.of('Obj')) === annotation);
    this.#setKids(element, this.#kidsOf(element).filter(isOther));
    this.#parents.delete(key);
  }

  /** Writes which annotation and which page belongs to which tag; to be called when all is in its place. */
  write(): void {
    const entries = [...this.#parents].sort(([a], [b]) => a - b);
    const tree = this.#context.obj({});
    tree.set(PDFName.of('Nums'), this.#array(entries.flatMap(([key, value]) => [PDFNumber.of(key), value])));
    this.#root?.set(PARENT_TREE, tree);
    this.#root?.set(PDFName.of('ParentTreeNextKey'), PDFNumber.of(this.#nextKey));
  }

  #read(tree: PDFDict | undefined): void {
    const entries = tree?.lookupMaybe(PDFName.of('Nums'), PDFArray);
    for (let index = 0; entries && index + 1 < entries.size(); index += 2)
      this.#parents.set(entries.lookup(index, PDFNumber).asNumber(), entries.get(index + 1));
    const kids = tree?.lookupMaybe(PDFName.of('Kids'), PDFArray);
    for (let index = 0; kids && index < kids.size(); index += 1) this.#read(kids.lookup(index, PDFDict));
  }

  #kidsOf(element: PDFRef): PDFObject[] {
    const dict = this.#context.lookup(element, PDFDict);
    const kids = dict.lookup(KIDS);
    if (kids instanceof PDFArray) return kids.asArray();
    const only = dict.get(KIDS);
    return only ? [only] : [];
  }

  #setKids(element: PDFRef, kids: readonly PDFObject[]): void {
    this.#context.lookup(element, PDFDict).set(KIDS, this.#array(kids));
  }

  #array(objects: readonly PDFObject[]): PDFArray {
    const array = PDFArray.withContext(this.#context);
    for (const object of objects) array.push(object);
    return array;
  }
}

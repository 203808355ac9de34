import {
  PDFArray,
  PDFCatalog,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';

/** Whoever opens the file may do everything with it, and programs that read aloud have to be let in (PDF/UA-1, 7.16). */
const PERMISSIONS = {
  printing: 'highResolution',
  modifying: true,
  copying: true,
  annotating: true,
  fillingForms: true,
  contentAccessibility: true,
  documentAssembly: true,
} as const;

/**
 * Lets the file be opened with this password only: AES with 256 bits (ISO 32000-2, security handler of revision 6), with the attached
 * note and the metadata. Salts are random, so the bytes differ each time.
 */
export function protect(document: PDFDocument, password: string): void {
  document.encrypt({ userPassword: password, permissions: PERMISSIONS });
  const { context } = document;
  const encrypt = context.security?.getEncryptFn(0, 0);
  if (!encrypt) throw new TypeError('Nothing is there to encrypt with');
  // The library encrypts what stands in streams and leaves out the strings of what stands beside them.
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (ref === context.trailerInfo.Encrypt) continue;
    if (object instanceof PDFStream) encryptStrings(object.dict, encrypt);
    else if (isBesideStreams(object)) encryptStrings(object, encrypt);
  }
}

const isBesideStreams = (object: PDFObject): object is PDFDict =>
  object instanceof PDFCatalog || object instanceof PDFPageTree || object instanceof PDFPageLeaf;

/** Strings of an object and of what it holds itself; what it refers to is another object. */
function encryptStrings(object: PDFObject, encrypt: (bytes: Uint8Array) => Uint8Array): void {
  const changed = (value: PDFObject): PDFObject | null => {
    if (value instanceof PDFString || value instanceof PDFHexString)
      return PDFHexString.of(Buffer.from(encrypt(value.asBytes())).toString('hex'));
    encryptStrings(value, encrypt);
    return null;
  };
  if (object instanceof PDFDict) {
    for (const [name, value] of object.entries()) {
      const instead = changed(value);
      if (instead) object.set(name, instead);
    }
  } else if (object instanceof PDFArray) {
    for (const [index, value] of object.asArray().entries()) {
      const instead = changed(value);
      if (instead) object.set(index, instead);
    }
  }
}

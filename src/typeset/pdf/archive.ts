import { PDFBool, PDFDict, type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';

/** What PDF/A asks to be said of every property that it does not know itself (ISO 19005-3, 6.6.2.3). */
const DESCRIPTION =
  '<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>' +
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>' +
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>' +
  '<rdf:li rdf:parseType="Resource"><pdfaProperty:category>internal</pdfaProperty:category>' +
  '<pdfaProperty:description>Indicates to which part of ISO 14289 the file conforms</pdfaProperty:description>' +
  '<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType></rdf:li>' +
  '</rdf:Seq></pdfaSchema:property></rdf:li>';

/**
 * Lets a file that was set as PDF/A say that it is PDF/UA-1 too, which the typesetter can claim only one at a time, and show its
 * title. The claim is the caller's: the same document has to have passed as PDF/UA-1.
 */
export function claimAccessible(document: PDFDocument): void {
  const { catalog, context } = document;
  const metadata = catalog.lookup(PDFName.of('Metadata'));
  if (!(metadata instanceof PDFRawStream)) throw new TypeError('The file says nothing of itself');
  const text = new TextDecoder().decode(metadata.getContents());
  const described = text
    .replace(' xmlns:pdfaid=', ' xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"  xmlns:pdfaid=')
    .replace('<pdfaExtension:schemas><rdf:Bag>', `$&${DESCRIPTION}`)
    .replace('<pdfaid:part>', '<pdfuaid:part>1</pdfuaid:part>$&');
  metadata.updateContents(new TextEncoder().encode(described));
  const preferences = catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? context.obj({});
  preferences.set(PDFName.of('DisplayDocTitle'), PDFBool.True);
  catalog.set(PDFName.of('ViewerPreferences'), preferences);
}

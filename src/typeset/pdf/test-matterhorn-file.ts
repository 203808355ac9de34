import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib';
import {
  type Condition,
  dictIn,
  has,
  isTrueIn,
  nameIn,
  numberIn,
  type Subject,
  textIn,
} from './test-structure';

const one = (isWrong: boolean, place: string): string[] => (isWrong ? [place] : []);

const languageIsKnown = ({ catalog }: Subject): string[] => one(textIn(catalog, 'Lang') === '', 'catalog');

/** What is attached, and what annotations attach. */
const fileSpecifications = ({ dictionaries }: Subject): PDFDict[] =>
  dictionaries.filter((dict) => nameIn(dict, 'Type') === 'Filespec' && has(dict, 'EF'));

function layersOf({ catalog }: Subject): PDFDict[] | null {
  const properties = dictIn(catalog, 'OCProperties');
  if (!properties) return null;
  const usual = dictIn(properties, 'D');
  const others = properties.lookupMaybe(PDFName.of('Configs'), PDFArray);
  return [...(usual ? [usual] : []), ...(others?.asArray() ?? []).filter((each) => each instanceof PDFDict)];
}

/** About the file as a whole and what its pages show. */
export const FILE_CONDITIONS: readonly Condition[] = [
  {
    id: '01-003',
    what: 'page furniture stands inside tagged content',
    fails: ({ content }) => content.artifactInTagged,
  },
  {
    id: '01-004',
    what: 'tagged content stands inside page furniture',
    fails: ({ content }) => content.taggedInArtifact,
  },
  {
    id: '01-005',
    what: 'something is neither tagged nor page furniture',
    fails: ({ content }) => content.untagged,
  },
  {
    id: '01-007',
    what: 'the file says of itself that its tags are suspect',
    fails: ({ catalog }) => one(isTrueIn(dictIn(catalog, 'MarkInfo'), 'Suspects'), 'MarkInfo'),
  },
  { id: '06-001', what: 'no XMP metadata', fails: ({ metadata }) => one(metadata === '', 'catalog') },
  {
    id: '06-002',
    what: 'the metadata does not say that it is PDF/UA',
    fails: ({ metadata }) => one(!/<pdfuaid:part>1</.test(metadata), 'XMP'),
  },
  {
    id: '06-003',
    what: 'the metadata has no title',
    fails: ({ metadata }) => one(!/<dc:title>.*<rdf:li[^>]*>[^<]+</s.test(metadata), 'XMP'),
  },
  {
    id: '07-001',
    what: 'the file does not say whether the title is shown',
    fails: ({ catalog }) => {
      const preferences = dictIn(catalog, 'ViewerPreferences');
      return one(!preferences || !has(preferences, 'DisplayDocTitle'), 'ViewerPreferences');
    },
  },
  {
    id: '07-002',
    what: 'the name of the file is shown in the place of the title',
    fails: ({ catalog }) =>
      one(!isTrueIn(dictIn(catalog, 'ViewerPreferences'), 'DisplayDocTitle'), 'ViewerPreferences'),
  },
  { id: '11-001', what: 'the language of text on a page is not known', fails: languageIsKnown },
  { id: '11-002', what: 'the language of an alternative text is not known', fails: languageIsKnown },
  { id: '11-003', what: 'the language of the outline is not known', fails: languageIsKnown },
  { id: '11-004', what: 'the language of an annotation is not known', fails: languageIsKnown },
  { id: '11-006', what: 'the language of the metadata is not known', fails: languageIsKnown },
  {
    id: '20-001',
    what: 'a list of layers has no name',
    fails: (subject) =>
      layersOf(subject)?.flatMap((layers) => one(textIn(layers, 'Name') === '', 'OCProperties')) ?? null,
  },
  {
    id: '20-003',
    what: 'layers are switched on and off by themselves',
    fails: (subject) =>
      layersOf(subject)?.flatMap((layers) => one(has(layers, 'AS'), 'OCProperties')) ?? null,
  },
  {
    id: '21-001',
    what: 'an attached file has no name in F and in UF',
    fails: (subject) => {
      const files = fileSpecifications(subject);
      if (files.length === 0) return null;
      return files.flatMap((file) => one(textIn(file, 'F') === '' || textIn(file, 'UF') === '', 'Filespec'));
    },
  },
  {
    id: '25-001',
    what: 'a form is drawn by the program that shows it (XFA)',
    fails: ({ catalog }) => {
      const form = dictIn(catalog, 'AcroForm');
      return form ? one(has(form, 'XFA'), 'AcroForm') : null;
    },
  },
  {
    id: '26-001',
    what: 'the file is encrypted and does not say what is allowed',
    fails: ({ encryption }) => encryption && one(numberIn(encryption, 'P') === null, 'Encrypt'),
  },
  {
    id: '26-002',
    what: 'programs that read aloud are not let in',
    fails: ({ encryption }) =>
      encryption && one(((numberIn(encryption, 'P') ?? 0) & (1 << 9)) === 0, 'Encrypt'),
  },
  {
    id: '30-001',
    what: 'a page shows something of another file',
    fails: ({ dictionaries }) => {
      const forms = dictionaries.filter((dict) => nameIn(dict, 'Subtype') === 'Form');
      return forms.length === 0 ? null : forms.flatMap((form) => one(has(form, 'Ref'), 'XObject'));
    },
  },
];

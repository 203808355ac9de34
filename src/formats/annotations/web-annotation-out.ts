import { safeLink } from '../../core/address';
import type { Annotation, Note, Reply } from '../../core/schema';

/** The context of the Web Annotation Data Model. */
export const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** The names of our own things, as IRIs. What the model has no name for is a property of this scheme. */
export const ANNOTATION_IRI = 'urn:briefing-desk:annotation:';
export const REPLY_IRI = 'urn:briefing-desk:reply:';
const NOTE_IRI = 'urn:briefing-desk:note:';
export const OWN = {
  state: 'urn:briefing-desk:state',
  quoted: 'urn:briefing-desk:quoted',
  who: 'urn:briefing-desk:who',
  by: 'urn:briefing-desk:by',
  resolved: 'urn:briefing-desk:resolved',
} as const;

/** The annotations of a note as one collection with one page, after the Web Annotation Data Model (docs/interchange.md). */
export function writeWebAnnotations(note: Note): Uint8Array {
  const id = `${NOTE_IRI}${note.id}:annotations`;
  const page = `${id}:1`;
  const items = note.annotations.flatMap((annotation) => [
    asWebAnnotation(annotation, sourceOf(note)),
    ...annotation.replies.map((reply) => asReply(reply, ANNOTATION_IRI + annotation.id)),
  ]);
  const collection = {
    '@context': CONTEXT,
    id,
    type: 'AnnotationCollection',
    label: note.title,
    generator: { type: 'Software', name: 'Briefing Desk' },
    total: items.length,
    first: {
      id: page,
      type: 'AnnotationPage',
      partOf: id,
      startIndex: 0,
      items,
    },
    last: page,
  };
  return new TextEncoder().encode(`${JSON.stringify(collection, null, 2)}\n`);
}

/** What the annotations are about: the article where it was published, else the note. */
const sourceOf = ({ id, source }: Note): string => safeLink(source.address ?? '') ?? NOTE_IRI + id;

function asWebAnnotation(annotation: Annotation, source: string) {
  const { id, kind, target, state, quoted, comment, author, created, updated, resolved, who, by } =
    annotation;
  return {
    id: ANNOTATION_IRI + id,
    type: 'Annotation',
    motivation: comment === '' ? 'highlighting' : 'commenting',
    ...(author !== '' && { creator: { type: 'Person', name: author } }),
    created,
    modified: updated,
    body: [
      ...(comment === ''
        ? []
        : [{ type: 'TextualBody', value: comment, format: 'text/markdown', purpose: 'commenting' }]),
      { type: 'TextualBody', value: kind, purpose: 'classifying' },
    ],
    target: { type: 'SpecificResource', source, selector: target },
    ...(state !== 'exact' && { [OWN.state]: state }),
    ...(quoted !== undefined && { [OWN.quoted]: quoted }),
    ...(who !== undefined && { [OWN.who]: who }),
    ...(by !== undefined && { [OWN.by]: by }),
    ...(resolved !== null && { [OWN.resolved]: resolved }),
  };
}

/** A reply is an annotation of the annotation that it answers. */
const asReply = ({ id, author, created, updated, comment }: Reply, target: string) => ({
  id: REPLY_IRI + id,
  type: 'Annotation',
  motivation: 'replying',
  ...(author !== '' && { creator: { type: 'Person', name: author } }),
  created,
  modified: updated,
  body: [{ type: 'TextualBody', value: comment, format: 'text/markdown', purpose: 'replying' }],
  target,
});

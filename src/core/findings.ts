import { plainText } from './markdown';
import type { Details } from './result';
import type { Annotation, Note } from './schema';
import { hasPassage } from './vocabulary';

/** What a check of a library found, as data; its words are in the locales under `cli.finding.CODE`. */
export interface Finding {
  /** `remark`: worth knowing, but nothing is wrong. */
  readonly level: 'wrong' | 'remark';
  readonly code: FindingCode;
  /** `file`: below the library's folder, parted by `/`. */
  readonly details: Details & { readonly file: string };
}

export type FindingCode =
  | 'file-missing'
  | 'file-damaged'
  | 'file-newer'
  | 'file-unreadable'
  | 'not-a-note'
  | 'abandoned'
  | 'change-begun'
  | 'passage-elsewhere'
  | 'words-missing'
  | 'words-needless'
  | 'annotation-twice'
  | 'index-damaged'
  | 'index-without-note'
  | 'index-without-entry'
  | 'index-behind'
  | 'index-differs'
  | 'history-line'
  | 'history-version'
  | 'history-of-other'
  | 'set-aside';

/** What is wrong with a note's annotations: each has to stand where it says, and to say how sure that is. */
export function checkAnnotations({ annotations, text }: Pick<Note, 'annotations' | 'text'>): {
  readonly code: FindingCode;
  readonly annotation: Annotation;
}[] {
  if (annotations.length === 0) return [];
  const plain = plainText(text);
  const seen = new Set<string>();
  return annotations.flatMap((annotation) => {
    const codes: FindingCode[] = [];
    if (seen.has(annotation.id)) codes.push('annotation-twice');
    seen.add(annotation.id);
    if (hasPassage(annotation)) {
      const isChanged = annotation.state === 'changed';
      if (!standsAtItsPlace(annotation, plain)) codes.push('passage-elsewhere');
      if (isChanged && annotation.quoted === undefined) codes.push('words-missing');
      if (!isChanged && annotation.quoted !== undefined) codes.push('words-needless');
    }
    return codes.map((code) => ({ code, annotation }));
  });
}

function standsAtItsPlace({ target: [{ start, end }, { exact }] }: Annotation, plain: string): boolean {
  return start < end && end - start === exact.length && plain.startsWith(exact, start);
}

/** The words as they were annotated stand in an annotation only while those at its place are others. */
export function withTrueState(annotation: Annotation): Annotation {
  const { quoted, ...rest } = annotation;
  if (quoted === undefined || !hasPassage(annotation) || annotation.state === 'changed') return annotation;
  return quoted === annotation.target[1].exact ? rest : { ...annotation, state: 'changed' };
}

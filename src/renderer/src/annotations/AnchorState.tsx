import { useMemo } from 'react';
import { candidatesOf } from '../../../core/candidates';
import type { Annotation, Note } from '../../../core/schema';
import { t } from '../../../shared/text';
import { linkAnnotation } from '../annotating';
import { plainTextOf } from '../document';
import { useFixed } from '../store';

/** What the person should know of the passage: nothing, as long as it is what was annotated. */
export function AnchorState({ note, annotation }: { note: Note; annotation: Annotation }) {
  switch (annotation.state) {
    case 'exact':
      return null;
    case 'moved':
      return <p className="anchor-state">{t('window.anchor.moved')}</p>;
    case 'changed':
      return (
        <p className="anchor-state">
          {t('window.anchor.changed')} <del>{annotation.quoted}</del> <ins>{annotation.target[1].exact}</ins>
        </p>
      );
    case 'ambiguous':
      return <Candidates note={note} annotation={annotation} />;
    case 'orphan':
      return <p className="anchor-state">{t('window.anchor.orphan')}</p>;
  }
}

/** The places that fit equally well: the person knows which one was meant. */
function Candidates({ note, annotation }: { note: Note; annotation: Annotation }) {
  const fixed = useFixed(note);
  const candidates = useMemo(() => candidatesOf(plainTextOf(note.text), annotation), [note.text, annotation]);
  if (fixed || candidates.length === 0) return <p className="anchor-state">{t('window.anchor.ambiguous')}</p>;
  return (
    <div className="anchor-state">
      <p>{t('window.anchor.which')}</p>
      <ol className="candidates" aria-label={t('window.anchor.which')}>
        {candidates.map(({ start, end, before, words, after }) => (
          <li key={start}>
            <button
              type="button"
              lang={note.language}
              onClick={() =>
                void linkAnnotation({ note: note.id, annotation: annotation.id }, { start, end })
              }
            >
              {before}
              <b>{words}</b>
              {after}
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

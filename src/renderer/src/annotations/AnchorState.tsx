import { useMemo } from 'react';
import { candidatesOf } from '../../../core/candidates';
import { changedWords } from '../../../core/changed-words';
import type { Annotation, Note } from '../../../core/schema';
import { t } from '../../../shared/text';
import { linkAnnotation } from '../annotating';
import { plainTextOf } from '../document';
import { useFixed } from '../store';
import { Pieces } from '../ui/Pieces';

/** What the person should know of the passage: nothing, as long as it is what was annotated. */
export function AnchorState({ note, annotation }: { note: Note; annotation: Annotation }) {
  switch (annotation.state) {
    case 'exact':
      return null;
    case 'moved':
      return <p className="anchor-state">{t('window.anchor.moved')}</p>;
    case 'changed':
      return <ChangedPassage note={note} before={annotation.quoted ?? ''} now={annotation.target[1].exact} />;
    case 'ambiguous':
      return <Candidates note={note} annotation={annotation} />;
    case 'orphan':
      return <p className="anchor-state">{t('window.anchor.orphan')}</p>;
  }
}

/** The words as they were annotated beside those of today. */
function ChangedPassage({ note, before, now }: { note: Note; before: string; now: string }) {
  const words = useMemo(() => changedWords(before, now), [before, now]);
  return (
    <div className="anchor-state">
      <p>{t('window.anchor.changed')}</p>
      <dl className="changed-words">
        <dt>{t('window.anchor.before')}</dt>
        <dd lang={note.language} dir="auto">
          <Pieces pieces={words.before} />
        </dd>
        <dt>{t('window.anchor.now')}</dt>
        <dd lang={note.language} dir="auto">
          <Pieces pieces={words.now} />
        </dd>
      </dl>
    </div>
  );
}

/** The places that may be the passage: the person knows which one was meant. */
function Candidates({ note, annotation }: { note: Note; annotation: Annotation }) {
  const fixed = useFixed(note);
  const candidates = useMemo(() => candidatesOf(plainTextOf(note.text), annotation), [note.text, annotation]);
  if (fixed || candidates.length === 0) return <p className="anchor-state">{t('window.anchor.ambiguous')}</p>;
  const which = t('window.anchor.which', { count: candidates.length });
  return (
    <div className="anchor-state">
      <p>{which}</p>
      <ol className="candidates" aria-label={which}>
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

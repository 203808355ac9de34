import { useMemo } from 'react';
import type { Note } from '../../../core/schema';
import {
  type ComparedAnnotation,
  type ComparedField,
  compareNotes,
  isAlike,
} from '../../../core/versions/compare-notes';
import type { Piece } from '../../../core/versions/compare-text';
import { t } from '../../../shared/text';
import { KindIcon, kindName } from '../ui/kinds';
import { Pieces } from '../ui/Pieces';
import { ComparedText } from './ComparedText';

/** What became of a note since one of its versions. */
export function Comparison({ before, after }: { before: Note; after: Note }) {
  const compared = useMemo(() => compareNotes(before, after), [before, after]);
  if (isAlike(compared)) return <p className="alike">{t('history.alike')}</p>;
  const { fields, tags, annotations, isOtherText } = compared;
  return (
    <>
      <p className="legend">
        {t('history.legend')} <span className="added">{t('history.added')}</span>{' '}
        <span className="removed">{t('history.removed')}</span>
      </p>
      {fields.length + tags.length > 0 && <Fields fields={fields} tags={tags} />}
      {isOtherText && (
        <section aria-label={t('window.text')}>
          <h3>{t('window.text')}</h3>
          <ComparedText before={before.text} after={after.text} />
        </section>
      )}
      {annotations.length > 0 && <Annotations annotations={annotations} />}
    </>
  );
}

function Fields({ fields, tags }: { fields: readonly ComparedField[]; tags: readonly Piece[] }) {
  return (
    <dl className="compared-fields">
      {fields.map(({ name, pieces }) => (
        <div key={name}>
          <dt>{fieldName(name)}</dt>
          <dd>
            <Pieces pieces={pieces} />
          </dd>
        </div>
      ))}
      {tags.length > 0 && (
        <div>
          <dt>{t('window.tags')}</dt>
          <dd className="compared-tags">
            {tags.map((tag) => (
              <span key={tag.text}>
                <Pieces pieces={[tag]} />
              </span>
            ))}
          </dd>
        </div>
      )}
    </dl>
  );
}

function fieldName(name: string): string {
  const [group = '', field = ''] = name.split('.');
  if (name === 'language' || field === 'accessed') return t(`history.${field || name}`);
  if (group === 'source') return t(`window.source-fields.${field}`);
  return group === 'details' ? t(`window.detail-fields.${field}`) : t(`window.${name}`);
}

function Annotations({ annotations }: { annotations: readonly ComparedAnnotation[] }) {
  return (
    <section aria-label={t('window.annotations')}>
      <h3>{t('window.annotations')}</h3>
      <ul className="compared-annotations">
        {annotations.map(({ is, annotation, parts, comment, replies }) => {
          const names = parts.map((part) => t(`history.parts.${part}`)).join(', ');
          return (
            <li key={annotation.id} className={`kind-${annotation.kind} is-${is}`}>
              <span className="compared-kind">
                <KindIcon kind={annotation.kind} />
                {kindName(annotation.kind)}
              </span>
              <span className="compared-what">{t(`history.annotation.${is}`, { parts: names })}</span>
              <q>{annotation.quoted ?? annotation.target[1].exact}</q>
              {comment.length > 0 && (
                <span className="compared-comment">
                  <Pieces pieces={comment} />
                </span>
              )}
              {replies.map(({ reply, comment: words }) => (
                <span key={reply.id} className="compared-comment compared-reply">
                  {reply.author || t('window.you')}: <Pieces pieces={words} />
                </span>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

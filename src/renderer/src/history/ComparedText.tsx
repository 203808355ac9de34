import { useState } from 'react';
import { t } from '../../../shared/text';
import { Pieces } from '../ui/Pieces';
import { isUnchanged, type Paragraph, sectionsOf } from './folding';
import { useComparedLines } from './useComparedLines';

/** What became of a text, paragraph by paragraph; long unchanged parts are shown when somebody asks for them. */
export function ComparedText({ before, after }: { before: string; after: string }) {
  const compared = useComparedLines(before, after);
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  if (!compared) return <p role="status">{t('history.comparing')}</p>;
  const sections = sectionsOf(compared);
  if (sections.every(({ paragraphs }) => paragraphs.every(({ pieces }) => isUnchanged(pieces))))
    return <p>{t('history.only-space')}</p>;
  return (
    <div className="compared-text">
      {sections.map(({ at, isFolded, paragraphs }) =>
        isFolded && !unfolded.has(at) ? (
          <button
            key={at}
            type="button"
            className="folded"
            onClick={() => setUnfolded(new Set([...unfolded, at]))}
          >
            {t('history.unchanged', { count: paragraphs.length })}
          </button>
        ) : (
          <Paragraphs key={at} paragraphs={paragraphs} />
        ),
      )}
    </div>
  );
}

function Paragraphs({ paragraphs }: { paragraphs: readonly Paragraph[] }) {
  return paragraphs.map(({ at, pieces }) => (
    <p key={at} className={isUnchanged(pieces) ? 'unchanged' : ''}>
      <Pieces pieces={pieces} />
    </p>
  ));
}

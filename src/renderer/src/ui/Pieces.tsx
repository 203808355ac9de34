import { Fragment } from 'react';
import type { Piece } from '../../../core/versions/compare-text';
import { t } from '../../../shared/text';

/** Words of two versions: what was added is underlined, what was removed is struck through, and both are said aloud. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ is, text }, index) => {
    const key = `${index} ${is}`;
    if (is === 'same') return <Fragment key={key}>{text}</Fragment>;
    const Tag = is === 'added' ? 'ins' : 'del';
    return (
      <Tag key={key}>
        <span className="unseen">{`${t(`history.${is}`)}: `}</span>
        {text}
      </Tag>
    );
  });
}

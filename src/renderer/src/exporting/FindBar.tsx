import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { t } from '../../../shared/text';
import { IconButton } from '../ui/Button';
import type { Finding } from './useFinding';

interface FindBarProps {
  readonly query: string;
  readonly finding: Finding;
  readonly onQuery: (query: string) => void;
  readonly onClose: () => void;
}

/** Looks for words in the pages. */
export function FindBar({ query, finding, onQuery, onClose }: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const { matches, current, goTo } = finding;
  const count = matches.length;
  const move = (by: 1 | -1): void => {
    if (count > 0) goTo((current + by + count) % count);
  };
  return (
    <search className="find-bar">
      <input
        ref={field}
        type="search"
        className="text-input"
        aria-label={t('export.find')}
        placeholder={t('export.find')}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            move(event.shiftKey ? -1 : 1);
          } else if (event.key === 'Escape') {
            // Else the dialog would close.
            event.preventDefault();
            event.stopPropagation();
            onClose();
          }
        }}
      />
      <span className="find-count" role="status">
        {query.trim() !== '' &&
          (count === 0 ? t('export.none-found') : t('export.found', { number: current + 1, count }))}
      </span>
      <IconButton
        label={t('export.previous-found')}
        icon={<ChevronUp size={17} aria-hidden />}
        disabled={count === 0}
        onClick={() => move(-1)}
      />
      <IconButton
        label={t('export.next-found')}
        icon={<ChevronDown size={17} aria-hidden />}
        disabled={count === 0}
        onClick={() => move(1)}
      />
      <IconButton label={t('export.close-find')} icon={<X size={16} aria-hidden />} onClick={onClose} />
    </search>
  );
}

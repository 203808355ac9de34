import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../../shared/text';
import { IconButton } from './Button';
import './find-bar.css';

interface FindBarProps {
  /** The name of the field, and an id by which it is found. */
  readonly label: string;
  readonly id?: string;
  readonly query: string;
  /** How many places were found, and which of them is shown, from 0. */
  readonly count: number;
  readonly current: number;
  readonly onQuery: (query: string) => void;
  /** Goes to the next place (1) or the previous one (-1); never where there is none. */
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
  /** How it is looked for. */
  readonly children?: ReactNode;
}

/** Looks for words, and goes through the places where they stand. */
export function FindBar({
  label,
  id,
  query,
  count,
  current,
  onQuery,
  onStep,
  onClose,
  children,
}: FindBarProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const step = (by: 1 | -1): void => {
    if (count > 0) onStep(by);
  };
  return (
    <search
      className="find-bar"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Else a dialog around it would close.
        event.preventDefault();
        event.stopPropagation();
        onClose();
      }}
    >
      <input
        ref={field}
        id={id}
        type="search"
        className="text-input"
        aria-label={label}
        placeholder={label}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
            return;
          event.preventDefault();
          step(event.shiftKey ? -1 : 1);
        }}
      />
      {children}
      <span className="find-count" role="status">
        {query.trim() !== '' &&
          (count === 0 ? t('window.find.none') : t('window.find.found', { number: current + 1, count }))}
      </span>
      <IconButton
        label={t('window.find.previous')}
        icon={<ChevronUp size={17} aria-hidden />}
        disabled={count === 0}
        onClick={() => step(-1)}
      />
      <IconButton
        label={t('window.find.next')}
        icon={<ChevronDown size={17} aria-hidden />}
        disabled={count === 0}
        onClick={() => step(1)}
      />
      <IconButton label={t('window.find.close')} icon={<X size={16} aria-hidden />} onClick={onClose} />
    </search>
  );
}

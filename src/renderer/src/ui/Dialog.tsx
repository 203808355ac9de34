import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { t } from '../../../shared/text';
import { setWindow } from '../store';
import { IconButton } from './Button';
import './dialog.css';

const FIRST_FIELD =
  '.dialog-body :is(input:checked, input:not([type="radio"]), textarea, select), [data-first]';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly className?: string;
  /** The title is read aloud but not shown. */
  readonly bare?: boolean;
}

/** The browser's own modal dialog: focus stays in it, Escape closes it, and focus goes back where it came from. */
export function Dialog({ title, onClose, children, className = '', bare = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    // Not the button that closes it, which comes first.
    element?.querySelector<HTMLElement>(FIRST_FIELD)?.focus();
    setWindow({ openDialog: element });
    return () => {
      setWindow({ openDialog: null });
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault();
        close.current();
      }}
      onMouseDown={(event) => {
        if (event.target === dialog.current) close.current();
      }}
    >
      <div className="dialog-sheet">
        {!bare && (
          <header className="dialog-head">
            <h2>{title}</h2>
            <IconButton label={t('window.close')} icon={<X size={17} aria-hidden />} onClick={onClose} />
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}

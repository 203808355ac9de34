import { type ReactNode, useId } from 'react';
import { MAX_COMMENT } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { Button } from '../ui/Button';
import type { useWriting } from './useWriting';

interface WritingFormProps {
  readonly writing: ReturnType<typeof useWriting>;
  /** The name of the field. */
  readonly label: string;
  /** There is nothing to save yet. */
  readonly isEmpty?: boolean;
  /** Further fields, below the words. */
  readonly children?: ReactNode;
}

/** The field that a comment or a reply is written in, with Save and Cancel. */
export function WritingForm({ writing, label, isEmpty = false, children }: WritingFormProps) {
  const { words, isOffered, field, write, giveUp, saveAndClose } = writing;
  const hintId = useId();
  const save = (): void => {
    if (!isEmpty) void saveAndClose();
  };
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          giveUp();
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.stopPropagation();
          save();
        }
      }}
    >
      {isOffered && (
        <p className="comment-hint" id={hintId}>
          {t('window.comment-offered')}
        </p>
      )}
      <textarea
        ref={field}
        aria-label={label}
        placeholder={label}
        maxLength={MAX_COMMENT}
        value={words.comment}
        rows={2}
        aria-describedby={isOffered ? hintId : undefined}
        onChange={(event) => write({ comment: event.target.value })}
      />
      {children}
      <div className="comment-buttons">
        <Button look="plain" onClick={giveUp}>
          {t('window.cancel')}
        </Button>
        <Button look="primary" type="submit" disabled={isEmpty}>
          {t('window.save-comment')}
        </Button>
      </div>
    </form>
  );
}

import { useEffect, useRef, useState } from 'react';
import type { Version } from '../../../core/versions/version';
import { MAX_LABEL } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { Button } from '../ui/Button';

interface NameFormProps {
  readonly version: Version;
  readonly onSave: (label: string) => void;
  readonly onCancel: () => void;
}

/** Asks what a version is to be called. */
export function NameForm({ version, onSave, onCancel }: NameFormProps) {
  const [label, setLabel] = useState(version.label ?? '');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      className="name-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(label.trim());
      }}
    >
      <input
        ref={field}
        className="text-input"
        aria-label={t('history.name-field')}
        aria-describedby="name-hint"
        value={label}
        maxLength={MAX_LABEL}
        onChange={(event) => setLabel(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Escape gives up the name, not the dialog.
          event.preventDefault();
          event.stopPropagation();
          onCancel();
        }}
      />
      <Button onClick={onCancel}>{t('window.cancel')}</Button>
      <Button look="primary" type="submit">
        {t('history.name-save')}
      </Button>
      <span id="name-hint" className="field-hint">
        {t('history.name-hint')}
      </span>
    </form>
  );
}

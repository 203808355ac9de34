import { useEffect, useRef, useState } from 'react';
import { t } from '../../../shared/text';
import { Button } from '../ui/Button';
import { TextField } from '../ui/fields';

interface NameChoicesProps {
  readonly given: string;
  /** Whether other choices have this name. */
  readonly isTaken: (name: string) => boolean;
  /** Whether those that have the name may be replaced. */
  readonly canReplace: boolean;
  /** In UTF-16 code units. */
  readonly longest: number;
  readonly onName: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a name. It stands in the form of the dialog, whose own keys it takes. */
export function NameChoices({ given, isTaken, canReplace, longest, onName, onCancel }: NameChoicesProps) {
  const [name, setName] = useState(given);
  const frame = useRef<HTMLFieldSetElement>(null);
  useEffect(() => frame.current?.querySelector('input')?.select(), []);
  const isEmpty = name.trim() === '';
  const taken = !isEmpty && isTaken(name);
  const isRefused = taken && !canReplace;
  const keep = (): void => {
    if (!isEmpty && !isRefused) onName(name);
  };
  return (
    <fieldset
      ref={frame}
      className="name-choices"
      aria-label={t('export.name-choices')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        if (event.key === 'Enter' && !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter') keep();
        else onCancel();
      }}
    >
      <TextField
        label={t('export.choices-name')}
        value={name}
        maxLength={longest}
        onChange={setName}
        {...(taken && canReplace && { hint: t('export.choices-replaced') })}
        {...(isRefused && { problem: t('export.choices-taken') })}
      />
      <div className="name-choices-buttons">
        <Button onClick={onCancel}>{t('export.cancel-name')}</Button>
        <Button onClick={keep} disabled={isEmpty || isRefused}>
          {t(taken && canReplace ? 'export.replace-choices' : 'export.keep-choices')}
        </Button>
      </div>
    </fieldset>
  );
}

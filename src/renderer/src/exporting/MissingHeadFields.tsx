import { useRef, useState } from 'react';
import type { BriefingDetails, Note } from '../../../core/schema';
import { t } from '../../../shared/text';
import { apply } from '../actions';
import { TextField } from '../ui/fields';
import { type HeadField, headFieldName } from './head-fields';

interface MissingHeadFieldsProps {
  readonly note: Note;
  readonly missing: readonly HeadField[];
  /** Hears of each change that is being saved. */
  readonly onSave: (saving: Promise<unknown>) => void;
}

/** What the head of the briefing would say and the note does not: filled in here, it is the note's. */
export function MissingHeadFields({ note, missing, onSave }: MissingHeadFieldsProps) {
  const [values, setValues] = useState<BriefingDetails>({});
  /** As it is, with what is being saved. */
  const details = useRef(note.details);

  const save = (): void => {
    const base = details.current;
    const filled = Object.fromEntries(
      missing.flatMap((field) => (values[field]?.trim() ? [[field, values[field].trim()]] : [])),
    );
    const kept = Object.fromEntries(
      Object.entries(base).filter(([field]) => !missing.some((each) => each === field)),
    );
    const next: BriefingDetails = { ...kept, ...filled };
    if (missing.every((field) => next[field] === base[field])) return;
    details.current = next;
    onSave(apply({ type: 'edit-details', note: note.id, details: next, base }));
  };
  const names = missing.map(headFieldName).join(', ');
  return (
    <details className="head-fields">
      <summary>{t('export.not-filled-in', { names })}</summary>
      <fieldset
        aria-label={t('export.head')}
        onBlur={save}
        onKeyDown={(event) => {
          // Enter would export.
          if (event.key !== 'Enter') return;
          event.preventDefault();
          save();
        }}
      >
        {missing.map((field) => (
          <TextField
            key={field}
            label={headFieldName(field)}
            type={field === 'date' ? 'date' : 'text'}
            value={values[field] ?? ''}
            onChange={(value) => setValues((now) => ({ ...now, [field]: value }))}
          />
        ))}
      </fieldset>
    </details>
  );
}

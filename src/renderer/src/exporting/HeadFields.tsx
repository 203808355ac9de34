import { useState } from 'react';
import type { HeadChange } from '../../../core/said-once';
import type { Note } from '../../../core/schema';
import { t } from '../../../shared/text';
import { TextField } from '../ui/fields';
import { HEAD_FIELDS, headFieldName } from './head-fields';
import { MissingHeadFields } from './MissingHeadFields';

interface HeadFieldsProps {
  readonly note: Note;
  /** What the head says in this export otherwise than the note does. */
  readonly change: HeadChange;
  readonly onChange: (change: HeadChange) => void;
  /** Hears of each change of the note that is being saved. */
  readonly onSave: (saving: Promise<unknown>) => void;
}

/** What the head of the briefing says. What the note does not have is the note's when it is filled in; what it has stays as it is there. */
export function HeadFields({ note, change, onChange, onSave }: HeadFieldsProps) {
  // No field changes its place while it is written in.
  const [missing] = useState(() => HEAD_FIELDS.filter((field) => !note.details[field]));
  const known = HEAD_FIELDS.filter((field) => !missing.includes(field));
  return (
    <>
      {missing.length > 0 && <MissingHeadFields note={note} missing={missing} onSave={onSave} />}
      {known.length > 0 && (
        <details className="head-fields">
          <summary>{t('export.change-head', { names: known.map(headFieldName).join(', ') })}</summary>
          <fieldset aria-label={t('export.head-of-export')}>
            <p className="export-hint">{t('export.head-of-export-hint')}</p>
            {known.map((field) => (
              <TextField
                key={field}
                label={headFieldName(field)}
                type={field === 'date' ? 'date' : 'text'}
                value={change[field] ?? note.details[field] ?? ''}
                onChange={(value) => onChange({ ...change, [field]: value })}
              />
            ))}
          </fieldset>
        </details>
      )}
    </>
  );
}

import { useState } from 'react';
import type { ExportChoices } from '../../../core/vocabulary';
import { choicesOf } from '../../../shared/layouts';
import { t } from '../../../shared/text';
import { Check } from '../ui/Check';
import { TextField } from '../ui/fields';

interface PdfFieldsProps {
  readonly choices: ExportChoices;
  readonly onChange: (change: Partial<ExportChoices>) => void;
  /** What opens the file; empty: nothing is needed. It is never kept. */
  readonly password: string;
  readonly onPassword: (password: string) => void;
}

/** What can be chosen of the PDF itself, beside its pages. */
export function PdfFields({ choices, onChange, password, onPassword }: PdfFieldsProps) {
  const [isShown, setShown] = useState(false);
  const showsAnnotations = choicesOf(choices.layout).annotations.length > 1 && choices.annotations !== 'none';
  return (
    <fieldset className="pdf-fields">
      <legend className="field-label">{t('export.pdf-file')}</legend>
      {showsAnnotations && (
        <Check
          label={t('export.pdf-comments')}
          hint={t('export.pdf-comments-hint')}
          checked={choices.pdfComments}
          onChange={(pdfComments) => onChange({ pdfComments })}
        />
      )}
      <Check
        label={t('export.archive-copy')}
        hint={t('export.archive-copy-hint')}
        checked={choices.archive}
        onChange={(archive) => onChange({ archive })}
      />
      <TextField
        label={t('export.password')}
        type={isShown ? 'text' : 'password'}
        value={choices.archive ? '' : password}
        placeholder={t('export.no-password')}
        maxLength={127}
        disabled={choices.archive}
        hint={t(choices.archive ? 'export.password-not-in-archive' : 'export.password-hint')}
        onChange={onPassword}
      />
      {password !== '' && !choices.archive && (
        <Check label={t('export.show-typed')} checked={isShown} onChange={setShown} />
      )}
    </fieldset>
  );
}

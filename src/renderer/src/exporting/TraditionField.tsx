import { TRADITION_SETUPS } from '../../../core/traditions';
import type { ExportChoices } from '../../../core/vocabulary';
import { choicesOf } from '../../../shared/layouts';
import { t } from '../../../shared/text';
import { SelectField } from '../ui/SelectField';

interface TraditionFieldProps {
  readonly choices: ExportChoices;
  readonly onChange: (change: Partial<ExportChoices>) => void;
}

/** Whose offices the briefing note is for; their language is offered, not forced. */
export function TraditionField({ choices, onChange }: TraditionFieldProps) {
  const { language } = TRADITION_SETUPS[choices.tradition];
  const named = { language: language === null ? '' : t(`export.language-names.${language}`) };
  return (
    <>
      <SelectField
        label={t('export.tradition')}
        value={choices.tradition}
        options={choicesOf(choices.layout).traditions.map((value) => ({
          value,
          name: t(`export.traditions.${value}`),
        }))}
        onChange={(tradition) => onChange({ tradition })}
      />
      {language !== null && language !== choices.language && (
        <p className="export-hint export-suggestion">
          {t('export.other-language', named)}{' '}
          <button type="button" className="text-button" onClick={() => onChange({ language })}>
            {t('export.use-language', named)}
          </button>
        </p>
      )}
    </>
  );
}

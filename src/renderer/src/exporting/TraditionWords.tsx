import { hasPlaceFor, TRADITION_SETUPS } from '../../../core/traditions';
import { type ExportChoices, MAX_EXECUTOR, MAX_PRESENTATION } from '../../../core/vocabulary';
import { choicesOf } from '../../../shared/layouts';
import { t } from '../../../shared/text';
import { TextField } from '../ui/fields';

interface TraditionWordsProps {
  readonly choices: ExportChoices;
  readonly onChange: (change: Partial<ExportChoices>) => void;
  readonly presentation: string;
  /** null: a pack has none. */
  readonly onPresentation: ((words: string) => void) | null;
}

/** What a tradition prints and no note knows. */
export function TraditionWords({ choices, onChange, presentation, onPresentation }: TraditionWordsProps) {
  const { tradition, layout, executor } = choices;
  if (!choicesOf(layout).traditions.includes(tradition)) return null;
  return (
    <>
      {TRADITION_SETUPS[tradition].executor && (
        <TextField
          label={t('export.executor')}
          value={executor}
          maxLength={MAX_EXECUTOR}
          placeholder={t('export.nobody-named')}
          hint={t('export.executor-hint')}
          onChange={(words) => onChange({ executor: words })}
        />
      )}
      {onPresentation && hasPlaceFor(tradition, 'presentation') && (
        <TextField
          label={t('export.presentation')}
          value={presentation}
          maxLength={MAX_PRESENTATION}
          placeholder={t('export.no-presentation')}
          hint={t('export.presentation-hint')}
          onChange={onPresentation}
        />
      )}
    </>
  );
}

import { MARKING_SETS, markingLook } from '../../../core/markings';
import {
  CITATIONS,
  type ExportChoices,
  hasPages,
  KINDS,
  LABEL_LANGUAGES,
  type Part,
} from '../../../core/vocabulary';
import { choicesOf } from '../../../shared/layouts';
import { t } from '../../../shared/text';
import { Check } from '../ui/Check';
import { Checks } from '../ui/Checks';
import { Choice, TextField } from '../ui/fields';
import { kindName } from '../ui/kinds';
import { SelectField } from '../ui/SelectField';
import { LayoutField } from './LayoutField';
import { TraditionField } from './TraditionField';

const PAGE_PARTS: readonly Part[] = ['cover'];

const MARKINGS = MARKING_SETS.flatMap(({ markings }) => markings.map(([text]) => text));

function authorityOf(marking: string): string {
  const set = MARKING_SETS.find(({ markings }) => markings.some(([text]) => text === marking));
  return set ? t(`export.marking-sets.${set.id}`) : '';
}

export interface ChoiceFieldsProps {
  readonly choices: ExportChoices;
  readonly onChange: (change: Partial<ExportChoices>) => void;
}

/** What can be chosen of pages. */
export function ChoiceFields({ choices, onChange }: ChoiceFieldsProps) {
  const can = choicesOf(choices.layout);
  // Only pages of ours have a cover.
  const parts = can.parts.filter((part) => hasPages(choices.format) || !PAGE_PARTS.includes(part));
  return (
    <>
      <LayoutField choices={choices} onChange={onChange} />
      {can.traditions.length > 1 && <TraditionField choices={choices} onChange={onChange} />}
      <div className="export-row">
        <Choice
          label={t('window.paper')}
          value={choices.paper}
          options={can.papers.map((value) => ({ value, name: t(`window.papers.${value}`) }))}
          onChange={(paper) => onChange({ paper })}
        />
        <Choice
          label={t('export.orientation')}
          value={choices.orientation}
          options={can.orientations.map((value) => ({ value, name: t(`export.orientations.${value}`) }))}
          onChange={(orientation) => onChange({ orientation })}
        />
      </div>
      {can.annotations.length > 1 && (
        <>
          <Choice
            label={t('window.annotations')}
            value={choices.annotations}
            options={can.annotations.map((value) => ({
              value,
              name: t(`window.annotation-places.${value}`),
            }))}
            onChange={(annotations) => onChange({ annotations })}
          />
          <p className="export-hint">
            {t(`window.layouts.${choices.layout}.annotations.${choices.annotations}`)}
          </p>
        </>
      )}
      {choices.annotations !== 'none' && (
        <div className="export-kinds">
          <Checks
            label={t('export.kinds')}
            chosen={choices.kinds}
            options={KINDS.map((value) => ({ value, name: kindName(value) }))}
            onChange={(kinds) => onChange({ kinds })}
          />
          <Check
            label={t('export.with-resolved')}
            checked={choices.resolved}
            onChange={(resolved) => onChange({ resolved })}
          />
        </div>
      )}
      {parts.length > 0 && (
        <Checks
          label={t('export.parts')}
          chosen={choices.parts}
          options={parts.map((value) => ({ value, name: t(`export.part.${value}`) }))}
          onChange={(chosen) => onChange({ parts: chosen })}
        />
      )}
      {choices.parts.includes('source') && (
        <SelectField
          label={t('export.citation')}
          value={choices.citation}
          options={CITATIONS.map((value) => ({ value, name: t(`export.citations.${value}`) }))}
          onChange={(citation) => onChange({ citation })}
        />
      )}
      <Choice
        label={t('export.language')}
        value={choices.language}
        options={LABEL_LANGUAGES.map((value) => ({ value, name: t(`export.languages.${value}`) }))}
        onChange={(language) => onChange({ language })}
      />
      {can.marking && (
        <TextField
          label={t('window.marking')}
          value={choices.marking}
          maxLength={200}
          placeholder={t('window.no-marking')}
          suggestions={MARKINGS}
          noteOn={authorityOf}
          hint={t(`export.marking-place.${markingLook(choices.marking).place}`)}
          onChange={(marking) => onChange({ marking })}
        />
      )}
    </>
  );
}

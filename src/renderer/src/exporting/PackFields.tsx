import { canBePack, type ExportFormat, MAX_PACK_TITLE } from '../../../core/vocabulary';
import { t } from '../../../shared/text';
import { Choice, TextField } from '../ui/fields';
import { NoteOrder, type OrderedNote } from './NoteOrder';

interface PackFieldsProps {
  readonly notes: readonly OrderedNote[];
  readonly onOrder: (notes: readonly OrderedNote[]) => void;
  readonly title: string;
  readonly onTitle: (title: string) => void;
  /** What it is called without a title. */
  readonly usualTitle: string;
  readonly format: ExportFormat;
  /** Whether every note has a file of its own. */
  readonly each: boolean;
  readonly onEach: (each: boolean) => void;
}

/** Whether several notes become one document, what it is called, and in what order they stand. */
export function PackFields(props: PackFieldsProps) {
  const { notes, onOrder, title, onTitle, usualTitle, format, each, onEach } = props;
  return (
    <>
      <p className="export-title">{t('export.notes', { count: notes.length })}</p>
      {canBePack(format) ? (
        <Choice
          label={t('export.as')}
          value={each ? 'each' : 'pack'}
          options={(['pack', 'each'] as const).map((value) => ({ value, name: t(`export.as-${value}`) }))}
          onChange={(value) => onEach(value === 'each')}
        />
      ) : (
        <p className="export-hint">{t('export.only-each')}</p>
      )}
      {!each && (
        <TextField
          label={t('export.pack-title')}
          value={title}
          placeholder={usualTitle}
          maxLength={MAX_PACK_TITLE}
          onChange={onTitle}
        />
      )}
      <NoteOrder notes={notes} onChange={onOrder} />
    </>
  );
}

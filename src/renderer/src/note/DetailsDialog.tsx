import { useState } from 'react';
import { safeLink } from '../../../core/address';
import type { BriefingDetails, Note, Source } from '../../../core/schema';
import { t } from '../../../shared/text';
import { apply } from '../actions';
import { setWindow } from '../store';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Choice, TextField } from '../ui/fields';

const SOURCE_FIELDS = ['agency', 'place', 'date', 'author', 'dateline', 'address'] as const;
const DETAIL_FIELDS = ['reference', 'date', 'to', 'from', 'purpose', 'by'] as const;
const PURPOSES = ['', 'information', 'discussion', 'decision'] as const;

type Values<K extends string> = { readonly [F in K]?: string | undefined };

/** Where the text came from, and what the briefing's head says. */
export function DetailsDialog({ note }: { note: Note }) {
  const [base] = useState(note);
  const [source, setSource] = useState<Values<keyof Source>>(note.source);
  const [details, setDetails] = useState<Values<keyof BriefingDetails>>(note.details);
  const close = (): void => setWindow({ dialog: null });
  const address = withScheme(source.address?.trim() ?? '');
  const wrongAddress = address !== '' && safeLink(address) === null;

  const save = async (): Promise<void> => {
    if (wrongAddress) return;
    const newSource = filled({ ...source, address }) as Source;
    const newDetails = filled(details) as BriefingDetails;
    if (
      !same(newSource, base.source) &&
      !(await apply({ type: 'edit-source', note: note.id, source: newSource, base: base.source }))
    )
      return;
    if (
      !same(newDetails, base.details) &&
      !(await apply({ type: 'edit-details', note: note.id, details: newDetails, base: base.details }))
    )
      return;
    close();
  };
  return (
    <Dialog title={t('window.details')} onClose={close} className="details-dialog">
      <form
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="dialog-body">
          <fieldset>
            <legend>{t('window.source')}</legend>
            {SOURCE_FIELDS.map((field) => (
              <TextField
                key={field}
                label={t(`window.source-fields.${field}`)}
                type={field === 'date' ? 'date' : 'text'}
                value={source[field] ?? ''}
                {...(field === 'address' && wrongAddress && { problem: t('window.wrong-address') })}
                onChange={(value) => setSource((now) => ({ ...now, [field]: value }))}
              />
            ))}
          </fieldset>
          <fieldset>
            <legend>{t('window.briefing-head')}</legend>
            {DETAIL_FIELDS.map((field) => (
              <TextField
                key={field}
                label={t(`window.detail-fields.${field}`)}
                type={field === 'date' ? 'date' : 'text'}
                value={details[field] ?? ''}
                onChange={(value) => setDetails((now) => ({ ...now, [field]: value }))}
              />
            ))}
            <div className="wide">
              <Choice
                label={t('window.detail-fields.for')}
                value={details.for ?? ''}
                options={PURPOSES.map((value) => ({ value, name: t(`window.for.${value || 'none'}`) }))}
                onChange={(value) => setDetails((now) => ({ ...now, for: value }))}
              />
            </div>
          </fieldset>
        </div>
        <footer className="dialog-foot">
          <Button onClick={close}>{t('window.cancel')}</Button>
          <Button look="primary" type="submit">
            {t('window.save-comment')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** `www.example.org/page` is typed as it is read aloud. */
const withScheme = (address: string): string =>
  /^[\w-]+(\.[\w-]+)+(\/|$)/.test(address) ? `https://${address}` : address;

/** Without the fields that hold nothing. */
const filled = (values: Values<string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );

const same = (a: object, b: object): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());

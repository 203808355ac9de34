import { Archive, FolderOpen, History } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatDay } from '../../../core/dates';
import type { BackupState } from '../../../shared/contract';
import { t } from '../../../shared/text';
import { sayFailure } from '../actions';
import { call } from '../api';
import { backUpNow } from '../backups';
import { useWindow } from '../store';
import { Button } from '../ui/Button';
import { Check } from '../ui/Check';
import './settings.css';

const look = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const;

/** Where backups go, when the last one was made, and what can be done with them. */
export function BackupSettings({ onRestore }: { onRestore: () => void }) {
  const [state, setState] = useState<BackupState | null>(null);
  const working = useWindow((window) => window.working !== null);
  const readOnly = useWindow((window) => window.readOnly);
  useEffect(() => {
    if (!working) void call('backup.state', {}).then((answer) => answer.ok && setState(answer.value));
  }, [working]);

  const take = async (
    asked: ReturnType<typeof call<'backup.choose-folder' | 'backup.daily'>>,
  ): Promise<void> => {
    const answer = await asked;
    if (!answer.ok) sayFailure(answer.error);
    else if (answer.value) setState(answer.value);
  };
  return (
    <fieldset className="backup-settings">
      <legend>{t('window.backup.title')}</legend>
      <div className="backup-row">
        <p>
          <span className="field-label">{t('window.backup.folder')}</span>
          <span className="backup-folder">{state?.folder ?? t('window.backup.no-folder')}</span>
        </p>
        <Button
          icon={<FolderOpen {...look} />}
          disabled={readOnly}
          onClick={() => void take(call('backup.choose-folder', {}))}
        >
          {t('window.backup.choose')}
        </Button>
      </div>
      <Check
        label={t('window.backup.daily')}
        hint={t('window.backup.daily-hint')}
        checked={state?.daily ?? true}
        disabled={readOnly || state === null}
        onChange={(daily) => void take(call('backup.daily', { daily }))}
      />
      <div className="backup-row">
        <p role="status" aria-label={t('window.backup.last')}>
          {state ? lastText(state) : ''}
        </p>
        <span className="backup-buttons">
          <Button icon={<History {...look} />} disabled={working} onClick={onRestore}>
            {t('window.restoring.open')}
          </Button>
          <Button
            icon={<Archive {...look} />}
            disabled={working || readOnly}
            onClick={() => void backUpNow()}
          >
            {t('window.backup.now')}
          </Button>
        </span>
      </div>
    </fieldset>
  );
}

function lastText({ folder, last }: BackupState): string {
  if (!last) return t(folder === null ? 'window.backup.none' : 'window.backup.none-there');
  const [day = '', time = ''] = last.minute.split(' ');
  return t('window.backup.last-at', {
    day: formatDay(day, 'en'),
    time: time.replace('.', ':'),
    size: sizeText(last.size),
  });
}

/** @param bytes at least one kilobyte is said */
function sizeText(bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const unit = isLarge ? 'megabyte' : 'kilobyte';
  const count = Math.max(1, isLarge ? bytes / 1_000_000 : bytes / 1000);
  const digits = { maximumFractionDigits: isLarge && count < 10 ? 1 : 0 };
  return new Intl.NumberFormat('en', { style: 'unit', unit, ...digits }).format(count);
}

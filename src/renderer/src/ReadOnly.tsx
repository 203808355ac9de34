import { Lock } from 'lucide-react';
import { t } from '../../shared/text';
import { useWindow } from './store';

/** As long as the library cannot be changed: why, and what to do. */
export function ReadOnly() {
  const readOnly = useWindow((state) => state.readOnly);
  if (!readOnly) return null;
  return (
    <p role="status" aria-label={t('window.read-only.name')} className="read-only">
      <Lock size={15} strokeWidth={1.75} aria-hidden />
      {t('window.read-only.text')}
    </p>
  );
}

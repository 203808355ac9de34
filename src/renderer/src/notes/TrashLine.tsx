import { t } from '../../../shared/text';
import { emptyTrash } from '../moving';
import { useWindow } from '../store';
import { Button } from '../ui/Button';

/** What becomes of the notes in the trash. */
export function TrashLine() {
  const count = useWindow((state) => (state.readOnly ? 0 : state.counts.trash));
  return (
    <div className="trash-line">
      <p>{t('window.trash-hint')}</p>
      {count > 0 && <Button onClick={emptyTrash}>{t('window.empty-trash')}</Button>}
    </div>
  );
}

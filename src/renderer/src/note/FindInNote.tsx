import { CaseSensitive } from 'lucide-react';
import { t } from '../../../shared/text';
import { endFinding, FIND_FIELD, find, stepFound } from '../finding';
import { useWindow } from '../store';
import { IconButton } from '../ui/Button';
import { FindBar } from '../ui/FindBar';

/** Finds words in the open note, as it is read and in its editor. */
export function FindInNote() {
  const finding = useWindow((state) => state.finding);
  if (!finding) return null;
  const { query, matchCase, places, current } = finding;
  return (
    <FindBar
      id={FIND_FIELD}
      label={t('window.find.in-note')}
      query={query}
      count={places.length}
      current={current}
      onQuery={(words) => find({ query: words, matchCase })}
      onStep={stepFound}
      onClose={endFinding}
    >
      <IconButton
        label={t('window.find.match-case')}
        icon={<CaseSensitive size={18} aria-hidden />}
        aria-pressed={matchCase}
        onClick={() => find({ query, matchCase: !matchCase })}
      />
    </FindBar>
  );
}

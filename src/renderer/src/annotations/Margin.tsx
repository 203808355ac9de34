import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Note } from '../../../core/schema';
import { t } from '../../../shared/text';
import { useShownAnnotations } from '../filtering';
import { focusButtonOf } from '../focus';
import { readOnAt } from '../reading-on';
import { getWindow, setWindow, useWindow } from '../store';
import { IconButton } from '../ui/Button';
import { NARROW, useMedia } from '../ui/useMedia';
import { Cards } from './Cards';
import { MarginHead } from './MarginHead';
import './margin.css';

/** The margin: each annotation as a card beside its passage; those that have lost theirs at its foot. */
export function Margin({ note }: { note: Note }) {
  const mode = useWindow((state) => state.mode);
  const shown = useWindow((state) => state.panes.margin);
  const annotations = useShownAnnotations(note);
  const isDrawer = useMedia(NARROW);
  const place = isDrawer ? 'drawer' : mode;

  return (
    <aside
      className={`margin ${place === 'reading' ? 'beside' : 'stacked'} ${shown ? 'shown' : ''}`}
      aria-label={t('window.annotations')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        const { active } = getWindow();
        setWindow(({ panes }) => ({ panes: { ...panes, margin: false }, active: null }));
        if (isDrawer) focusButtonOf('margin');
        else readOnAt(active);
      }}
    >
      {isDrawer && <DrawerHead isEmpty={note.annotations.length === 0} shown={shown} />}
      <MarginHead note={note} shown={annotations.length} />
      <Cards key={note.id} note={note} annotations={annotations} place={place} />
    </aside>
  );
}

/** Of the margin as a drawer: its name and its end; what it is for while there is nothing in it. */
function DrawerHead({ isEmpty, shown }: { isEmpty: boolean; shown: boolean }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // A card that is looked at takes the focus itself.
    if (shown && getWindow().active === null) button.current?.focus();
  }, [shown]);
  return (
    <>
      <header className="drawer-head">
        <h2>{t('window.annotations')}</h2>
        <IconButton
          ref={button}
          className="small"
          label={t('window.close')}
          icon={<X size={15} aria-hidden />}
          onClick={() => {
            setWindow(({ panes }) => ({ panes: { ...panes, margin: false } }));
            focusButtonOf('margin');
          }}
        />
      </header>
      {isEmpty && <p className="drawer-empty">{t('window.no-annotations')}</p>}
    </>
  );
}

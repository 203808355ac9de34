import { useMemo } from 'react';
import { t } from '../../../shared/text';
import { setWindow } from '../store';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { shownShortcut } from '../ui/shortcut';
import './shortcuts.css';
import { keySections, type Section } from './keys';

/** Every key of the app, by where it works. */
export function ShortcutsDialog() {
  const sections = useMemo(keySections, []);
  return (
    <Dialog
      title={t('command.keyboard-shortcuts')}
      onClose={() => setWindow({ dialog: null })}
      className="shortcuts-dialog"
    >
      <div className="dialog-body">
        <p className="shortcuts-palette">
          {t('keys.all-commands')}
          <Button data-first onClick={() => setWindow({ dialog: 'palette' })}>
            {t('command.palette')}
          </Button>
        </p>
        <div className="shortcuts">
          {sections.map((section) => (
            <Keys key={section.name} section={section} />
          ))}
        </div>
      </div>
    </Dialog>
  );
}

function Keys({ section: { name, rows } }: { section: Section }) {
  return (
    <section aria-label={name}>
      <h3>{name}</h3>
      <dl>
        {rows.map(({ does, keys }) => (
          <div key={does}>
            <dt>{does}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{shownShortcut(key)}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

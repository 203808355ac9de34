import { useMemo, useState } from 'react';
import { COMMANDS, type CommandId } from '../../../shared/commands';
import { t } from '../../../shared/text';
import { getWindow, setWindow } from '../store';
import { Combobox, type Option } from '../ui/Combobox';
import { Dialog } from '../ui/Dialog';
import { shownShortcut } from '../ui/shortcut';
import './palette.css';

interface PaletteProps {
  readonly canRun: (command: CommandId) => boolean;
  readonly run: (command: CommandId) => void;
}

/** Every command, found by typing. */
export function PaletteDialog({ canRun, run }: PaletteProps) {
  const [typed, setTyped] = useState('');
  const options = useMemo(
    () =>
      COMMANDS.filter(({ id }) => id !== 'palette' && canRun(id)).map(
        ({ id, shortcut }): Option => ({
          id,
          text: t(`command.${id}`),
          shown: (
            <>
              <span>{t(`command.${id}`)}</span>
              {shortcut && <kbd>{shownShortcut(shortcut)}</kbd>}
            </>
          ),
        }),
      ),
    [canRun],
  );
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = options.filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)));
  const close = (): void => setWindow({ dialog: null });
  return (
    <Dialog title={t('window.command-palette')} onClose={close} className="palette" bare>
      <Combobox
        className="palette-field"
        label={t('window.command-palette')}
        placeholder={t('window.type-a-command')}
        value={typed}
        onInput={setTyped}
        options={fitting}
        firstIsChosen
        onEscape={close}
        onChoose={(option) => {
          const command = COMMANDS.find(({ id }) => id === option?.id);
          if (!command) return;
          const { selection } = getWindow();
          close();
          // After the dialog has given the focus back; with it the page has lost its selection.
          requestAnimationFrame(() => {
            setWindow({ selection });
            run(command.id);
          });
        }}
      />
      {fitting.length === 0 && <p className="palette-nothing">{t('window.no-command')}</p>}
    </Dialog>
  );
}

import { MoreHorizontal } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { isSame } from '../../../core/equal';
import { choicesName, isSameName, MAX_CHOICES_NAME, type SavedChoices } from '../../../core/saved-choices';
import type { ExportChoices } from '../../../core/vocabulary';
import { possibleChoices } from '../../../shared/layouts';
import { t } from '../../../shared/text';
import { sayFailure } from '../actions';
import { call } from '../api';
import { say } from '../store';
import { Menu } from '../ui/Menu';
import { SelectField } from '../ui/SelectField';
import { NameChoices } from './NameChoices';

/** The option that stands for choices that have no name. */
const NONE = '';

interface SavedChoicesFieldProps {
  readonly choices: ExportChoices;
  readonly onChoose: (choices: ExportChoices) => void;
}

/** Choices that were saved under a name: to choose, save, rename and delete. */
export function SavedChoicesField({ choices, onChoose }: SavedChoicesFieldProps) {
  const [all, setAll] = useState<readonly SavedChoices[]>([]);
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  useEffect(() => {
    void call('choices.list', {}).then((listed) => {
      if (listed.ok) setAll(listed.value);
    });
  }, []);
  const chosen = useMemo(
    () => all.find((saved) => isSame(possibleChoices(saved.choices), possibleChoices(choices))) ?? null,
    [all, choices],
  );

  const keep = async (changing: ReturnType<typeof call<'choices.save'>>): Promise<boolean> => {
    const changed = await changing;
    if (changed.ok) setAll(changed.value);
    else sayFailure(changed.error);
    return changed.ok;
  };
  const name = async (given: string): Promise<void> => {
    const done =
      naming === 'rename' && chosen
        ? await keep(call('choices.rename', { from: chosen.name, to: given }))
        : await keep(call('choices.save', { name: given, choices }));
    if (done) setNaming(null);
  };
  const remove = async (gone: SavedChoices): Promise<void> => {
    if (!(await keep(call('choices.delete', { name: gone.name })))) return;
    say('done', t('export.choices-deleted', { name: gone.name }), {
      label: t('export.undo-delete'),
      run: () => void keep(call('choices.save', gone)),
    });
  };
  const ofChosen = chosen
    ? [
        { name: t('export.rename-choices', { name: chosen.name }), run: () => setNaming('rename') },
        { name: t('export.delete-choices', { name: chosen.name }), run: () => void remove(chosen) },
      ]
    : [];

  return (
    <>
      <div className="saved-choices">
        <SelectField
          label={t('export.saved-choices')}
          value={chosen?.name ?? NONE}
          options={[
            ...(chosen ? [] : [{ value: NONE, name: t('export.not-saved') }]),
            ...all.map((saved) => ({ value: saved.name, name: saved.name })),
          ]}
          onChange={(wanted) => {
            const found = all.find((saved) => saved.name === wanted);
            if (found) onChoose(found.choices);
          }}
        />
        <Menu
          label={t('export.choices-menu')}
          icon={<MoreHorizontal size={17} strokeWidth={1.75} aria-hidden />}
          groups={() => [
            { items: [{ name: t('export.save-choices'), run: () => setNaming('save') }] },
            ...(ofChosen.length > 0 ? [{ items: ofChosen }] : []),
          ]}
        />
      </div>
      {naming !== null && (
        <NameChoices
          given={naming === 'rename' ? (chosen?.name ?? '') : ''}
          isTaken={(given) =>
            all.some(
              (saved) =>
                isSameName(saved.name, choicesName(given)) && (naming === 'save' || saved !== chosen),
            )
          }
          canReplace={naming === 'save'}
          longest={MAX_CHOICES_NAME}
          onName={(given) => void name(given)}
          onCancel={() => setNaming(null)}
        />
      )}
    </>
  );
}

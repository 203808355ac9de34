import { Bookmark, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Note } from '../../../core/schema';
import type { Version } from '../../../core/versions/version';
import { failureText, t } from '../../../shared/text';
import { apply, sayFailure, titleOf } from '../actions';
import { call } from '../api';
import { setWindow, useFixed, useWindow } from '../store';
import { Button } from '../ui/Button';
import { sayWithUndo } from '../undoing';
import { Comparison } from './Comparison';
import { NameForm } from './NameForm';
import { causeOf, rowsOf } from './rows';
import { useVersion } from './useVersions';

/** What scrolls has to be reached by keyboard. */
const FOCUSABLE = { tabIndex: 0 } as const;

interface VersionPaneProps {
  readonly note: Note;
  readonly version: Version;
  /** The version has another name. */
  readonly onNamed: () => Promise<void>;
}

/** A version beside the note as it is now, and what can be done with it. */
export function VersionPane({ note, version, onNamed }: VersionPaneProps) {
  const [naming, setNaming] = useState(false);
  const nameButton = useRef<HTMLButtonElement>(null);
  const wasNaming = useRef(false);
  useEffect(() => {
    if (wasNaming.current && !naming) nameButton.current?.focus();
    wasNaming.current = naming;
  }, [naming]);
  const fixed = useFixed(note);
  const readOnly = useWindow((state) => state.readOnly);
  const { note: earlier, failure } = useVersion(note.id, version.version);
  const when = whenOf(version);

  const name = async (label: string): Promise<void> => {
    const answer = await call('history.label', { note: note.id, version: version.version, label });
    if (!answer.ok) return sayFailure(answer.error);
    await onNamed();
    setNaming(false);
  };
  const restore = async (): Promise<void> => {
    const operation = { type: 'restore-version' as const, note: note.id, version: version.version };
    if (!(await apply(operation))) return;
    setWindow({ dialog: null });
    sayWithUndo(t('history.restored', { title: titleOf(note), ...when }));
  };

  return (
    <div className="version-pane">
      <div className="version-head">
        <div className="version-title">
          <h3>{version.label ?? t('history.heading', when)}</h3>
          <p>
            {version.label === null
              ? causeOf(version)
              : t('history.row', { ...when, what: causeOf(version) })}
          </p>
        </div>
        {!readOnly && !naming && (
          <Button
            ref={nameButton}
            icon={<Bookmark size={16} strokeWidth={1.75} aria-hidden />}
            onClick={() => setNaming(true)}
          >
            {t(version.label === null ? 'history.name' : 'history.rename')}
          </Button>
        )}
        {!fixed && !naming && (
          <Button
            look="primary"
            icon={<RotateCcw size={16} strokeWidth={1.75} aria-hidden />}
            disabled={!earlier}
            onClick={() => void restore()}
          >
            {t('history.restore')}
          </Button>
        )}
        {naming && (
          <NameForm
            version={version}
            onSave={(label) => void name(label)}
            onCancel={() => setNaming(false)}
          />
        )}
      </div>
      <section className="version-changes" aria-label={t('history.comparison')} {...FOCUSABLE}>
        {failure && <p>{failureText(failure)}</p>}
        {earlier && <Comparison before={earlier} after={note} />}
      </section>
    </div>
  );
}

function whenOf(version: Version): { day: string; time: string } {
  const row = rowsOf([version], Date.now()).find((each) => each.type === 'version');
  return row?.type === 'version' ? { day: row.day, time: row.time } : { day: '', time: '' };
}

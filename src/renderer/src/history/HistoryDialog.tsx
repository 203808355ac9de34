import { useState } from 'react';
import type { Note } from '../../../core/schema';
import type { Version } from '../../../core/versions/version';
import { t } from '../../../shared/text';
import { setWindow, useWindow } from '../store';
import { Dialog } from '../ui/Dialog';
import { useVersions } from './useVersions';
import { VersionList } from './VersionList';
import { VersionPane } from './VersionPane';
import './history.css';

/** What the open note was, each version beside what it is now. */
export function HistoryDialog({ note }: { note: Note }) {
  const { versions, reload } = useVersions(note);
  const wanted = useWindow((state) => state.comparedVersion);
  const [chosen, setChosen] = useState(wanted);
  const version = versions && chosenOf(versions, chosen);
  return (
    <Dialog
      title={t('history.title')}
      onClose={() => setWindow({ dialog: null, comparedVersion: null })}
      className="history-dialog"
    >
      {versions === null && (
        <p role="status" className="no-versions">
          {t('history.loading')}
        </p>
      )}
      {versions?.length === 0 && <p className="no-versions">{t('history.none')}</p>}
      {versions && version && (
        <div className="history">
          <VersionList versions={versions} chosen={version.version} onChoose={setChosen} />
          <VersionPane key={version.version} note={note} version={version} onNamed={reload} />
        </div>
      )}
    </Dialog>
  );
}

/** The version that was chosen; if none, the last one before what the note is now. */
function chosenOf(versions: readonly Version[], chosen: string | null): Version | undefined {
  return (
    versions.find(({ version }) => version === chosen) ?? versions.find(({ isNow }) => !isNow) ?? versions[0]
  );
}

import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../../core/result';
import type { Note } from '../../../core/schema';
import type { Version } from '../../../core/versions/version';
import { sayFailure } from '../actions';
import { call } from '../api';

/** The versions of a note, the newest first; null: they are not there yet. Each change of the note is another version. */
export function useVersions(note: Note): {
  versions: readonly Version[] | null;
  reload: () => Promise<void>;
} {
  const [versions, setVersions] = useState<readonly Version[] | null>(null);
  const load = useCallback(async (id: string, isWanted: () => boolean): Promise<void> => {
    const answer = await call('history.versions', { note: id });
    if (!isWanted()) return;
    if (!answer.ok) sayFailure(answer.error);
    setVersions(answer.ok ? answer.value.versions : []);
  }, []);
  useEffect(() => {
    let isWanted = true;
    void load(note.id, () => isWanted);
    return () => {
      isWanted = false;
    };
  }, [note, load]);
  const reload = useCallback(() => load(note.id, () => true), [note.id, load]);
  return { versions, reload };
}

/** The note as it was in a version; null: it is not there yet. */
export function useVersion(
  note: string,
  version: string,
): { readonly note: Note | null; readonly failure: Failure | null } {
  const [read, setRead] = useState<{ version: string; note: Note | null; failure: Failure | null } | null>(
    null,
  );
  useEffect(() => {
    let isWanted = true;
    void call('history.version', { note, version }).then((answer) => {
      if (!isWanted) return;
      setRead({
        version,
        note: answer.ok ? answer.value : null,
        failure: answer.ok ? null : answer.error,
      });
    });
    return () => {
      isWanted = false;
    };
  }, [note, version]);
  return read?.version === version ? read : { note: null, failure: null };
}

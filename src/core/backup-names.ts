/** Of a backup: the local minute in which it was made, and which one of that minute it is. */
export interface BackupName {
  /** `2026-11-24 17.05`: later ones sort after earlier ones. */
  readonly minute: string;
  /** 1, then 2, 3 … for further ones of the same minute. */
  readonly copy: number;
}

const NAME = /^Briefing Desk (\d{4}-\d{2}-\d{2} \d{2}\.\d{2})(?: \((\d{1,4})\))?\.zip$/;

/** The name of a backup's file; it can be used on every system. */
export const backupFileName = ({ minute, copy }: BackupName): string =>
  `Briefing Desk ${minute}${copy === 1 ? '' : ` (${copy})`}.zip`;

/** @returns null for a name that the app does not give */
export function readBackupName(name: string): BackupName | null {
  const [, minute, copy = '1'] = NAME.exec(name) ?? [];
  if (minute === undefined) return null;
  const read = { minute, copy: Number(copy) };
  const isDay = !Number.isNaN(Date.parse(`${minute.slice(0, 10)}T00:00:00Z`));
  return isDay && backupFileName(read) === name ? read : null;
}

/** Later ones after earlier ones. */
export const byAge = (a: BackupName, b: BackupName): number =>
  a.minute < b.minute ? -1 : a.minute > b.minute ? 1 : a.copy - b.copy;

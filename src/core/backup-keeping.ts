import { type BackupName, backupFileName, byAge, readBackupName } from './backup-names';

/** How many are kept: the last of each of so many days, weeks and months in which there were any. */
const KEPT = { day: 7, week: 4, month: 12 } as const;
const DAY = 24 * 60 * 60 * 1000;

/**
 * The backups that have had their time. Kept are all of the newest day, and the newest of each of the last 7 days, 4 weeks and 12
 * months that have one.
 * @param names files of one library's backups, in any order; what the app did not name itself is never among the result
 */
export function outdatedBackups(names: readonly string[]): string[] {
  const newestFirst = names
    .flatMap((name) => readBackupName(name) ?? [])
    .sort(byAge)
    .reverse();
  const [newest] = newestFirst;
  const kept = new Set(newestFirst.filter((each) => newest && dayOf(each) === dayOf(newest)));
  for (const [periodOf, most] of [
    [dayOf, KEPT.day],
    [weekOf, KEPT.week],
    [monthOf, KEPT.month],
  ] as const) {
    const seen = new Set<string>();
    for (const each of newestFirst) {
      const period = periodOf(each);
      if (seen.has(period)) continue;
      if (seen.size === most) break;
      seen.add(period);
      kept.add(each);
    }
  }
  return newestFirst.filter((each) => !kept.has(each)).map(backupFileName);
}

const dayOf = ({ minute }: BackupName): string => minute.slice(0, 10);
const monthOf = ({ minute }: BackupName): string => minute.slice(0, 7);

/** The Monday of its week, as a number of days. */
function weekOf(name: BackupName): string {
  const day = Date.parse(`${dayOf(name)}T00:00:00Z`) / DAY;
  // The first day of 1970 was a Thursday.
  return String(day - ((day + 3) % 7));
}

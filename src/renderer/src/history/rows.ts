import type { Version } from '../../../core/versions/version';
import { t } from '../../../shared/text';

/** A row of the list of versions: a day, or a version on it. */
export type Row =
  | { readonly type: 'day'; readonly day: string }
  | { readonly type: 'version'; readonly version: Version; readonly day: string; readonly time: string };

/**
 * The rows of a history: its versions under their days, in the words of the window.
 * @param now epoch, in ms
 */
export function rowsOf(versions: readonly Version[], now: number): Row[] {
  const rows: Row[] = [];
  const minutes = new Map<string, number>();
  for (const { at } of versions) minutes.set(minuteOf(at), (minutes.get(minuteOf(at)) ?? 0) + 1);
  let last: string | null = null;
  for (const version of versions) {
    const day = dayOf(version.at, now);
    if (day !== last) rows.push({ type: 'day', day });
    last = day;
    // Several of one minute are told apart by their seconds.
    const hasOthers = (minutes.get(minuteOf(version.at)) ?? 0) > 1;
    rows.push({ type: 'version', version, day, time: timeOf(version.at, hasOthers) });
  }
  return rows;
}

/** By what a version came about. */
export function causeOf({ by }: Version): string {
  const key = `history.by.${by}`;
  const words = t(key);
  // A newer version of the app may know others.
  return words === key ? t('history.by.other') : words;
}

const LOCALE = 'en-GB';
const DAY = 24 * 60 * 60 * 1000;

const whole = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full' });
const short = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'short' });
const exact = new Intl.DateTimeFormat(LOCALE, { timeStyle: 'medium' });

const minuteOf = (at: string): string => at.slice(0, 16);
const timeOf = (at: string, withSeconds: boolean): string =>
  (withSeconds ? exact : short).format(new Date(at));

function dayOf(at: string, now: number): string {
  const day = whole.format(new Date(at));
  if (day === whole.format(now)) return t('history.today');
  return day === whole.format(now - DAY) ? t('history.yesterday') : day;
}

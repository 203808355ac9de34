/**
 * What a library consists of, by the names in its folder. All else there is the app's own on this machine, or somebody else's:
 * it is neither backed up nor replaced. (The index is derived.)
 */
export const LIBRARY_PARTS = [
  'library.json',
  'settings.json',
  'view.json',
  'drafts.json',
  'notes',
  'history',
  'quarantine',
  'attachments',
  'layouts',
] as const;

/** Longest name in a path, in UTF-8 bytes, as file systems have it. */
const LONGEST_NAME = 255;
const DEEPEST = 8;

/** Why a path of a backup is not one of a library's files: it might lead elsewhere. Null: it is one. */
export function wrongPath(path: string): 'elsewhere' | 'not-of-a-library' | null {
  // Control characters, and what is a separator or a drive somewhere.
  if (/[\p{Cc}\\:]/u.test(path) || path.startsWith('/')) return 'elsewhere';
  const names = path.split('/');
  if (names.some((name) => name === '' || /^\.+$/.test(name) || /[. ]$/.test(name))) return 'elsewhere';
  const isLong = (name: string): boolean => new TextEncoder().encode(name).length > LONGEST_NAME;
  if (names.length > DEEPEST || names.some(isLong)) return 'not-of-a-library';
  const isFile = (part: string): boolean => part.endsWith('.json');
  const part = LIBRARY_PARTS.find((each) => each === names[0]);
  return part !== undefined && isFile(part) === (names.length === 1) ? null : 'not-of-a-library';
}

/** A path as it can stand in a backup on every system: strange names (of files in the quarantine) are written otherwise. */
export const portablePath = (path: string): string =>
  path
    .split('/')
    .map((name) => name.replace(/[\p{Cc}\\:]/gu, '_').replace(/[. ]+$/, (end) => '_'.repeat(end.length)))
    .join('/');

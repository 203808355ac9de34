const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  js: 'text/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  ttf: 'font/ttf',
  woff2: 'font/woff2',
};

/** Names as the build gives them; nothing that begins with a dot, and no separator but `/`. */
const PATH = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.([a-z0-9]+)$/;

/** A file of the page, relative to its folder, and how it is sent. */
export interface Resource {
  readonly path: string;
  readonly type: string;
  /** Its name carries a hash of its content, so that it never changes. */
  readonly isImmutable: boolean;
}

/**
 * The file that an address of the app's own scheme stands for, or null (404). The path is decoded once and has to be one that
 * the build could have made, so `..`, `%2e%2e`, `%2f`, a second encoding, a backslash or NUL never reach the file system.
 * @param address absolute, as requested; not trusted
 * @param origin `scheme://host` of the page
 */
export function resourceOf(address: string, origin: string): Resource | null {
  if (!address.startsWith(`${origin}/`)) return null;
  const encoded = address.slice(origin.length + 1).replace(/[?#].*$/s, '');
  let path: string;
  try {
    path = decodeURIComponent(encoded);
  } catch {
    return null;
  }
  const extension = PATH.exec(path)?.[1] ?? '';
  const type = Object.hasOwn(TYPES, extension) ? TYPES[extension] : undefined;
  return type === undefined ? null : { path, type, isImmutable: path.startsWith('assets/') };
}

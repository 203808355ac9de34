import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { pagePolicy, SECURITY_HEADERS } from './content-policy';
import { pageOrigin, SCHEME } from './page';
import { resourceOf } from './resource-path';

/** Announces the app's own scheme; has to run before the app is ready. */
export function announceScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/**
 * Serves the page's files over the app's own scheme.
 * @param folder where the build put them; nothing outside it is ever read
 */
export function serveScheme(folder: string): void {
  protocol.handle(SCHEME, async ({ method, url }) => {
    const resource = method === 'GET' ? resourceOf(url, pageOrigin) : null;
    if (resource === null) return notFound();
    try {
      const bytes = await readFile(path.join(folder, resource.path));
      if (resource.type.startsWith('text/html')) return pageAnswer(bytes.toString('utf8'), resource.type);
      return new Response(new Uint8Array(bytes), {
        headers: {
          ...SECURITY_HEADERS,
          'Content-Type': resource.type,
          'Cache-Control': resource.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
        },
      });
    } catch {
      return notFound();
    }
  });
}

/** The page itself, with a nonce of its own for the style sheet that the editor adds. */
function pageAnswer(html: string, type: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(html.replace('%STYLE_NONCE%', nonce), {
    headers: {
      ...SECURITY_HEADERS,
      'Content-Security-Policy': pagePolicy(nonce),
      'Content-Type': type,
      'Cache-Control': 'no-store',
    },
  });
}

const notFound = (): Response => new Response(null, { status: 404, headers: SECURITY_HEADERS });

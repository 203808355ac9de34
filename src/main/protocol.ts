import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs';
import path from 'node:path';
import { type ProtocolResponse, protocol } from 'electron';
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
 * Serves the page's files over the app's own scheme. Through `registerBufferProtocol`, which is old but there in every Electron so
 * far: `protocol.handle` loads Node's whole fetch first, which costs 60 ms of every start.
 * @param folder where the build put them; nothing outside it is ever read
 */
export function serveScheme(folder: string): void {
  protocol.registerBufferProtocol(SCHEME, ({ method, url }, answer) => {
    const resource = method === 'GET' ? resourceOf(url, pageOrigin) : null;
    if (resource === null) return answer(NOT_FOUND);
    readFile(path.join(folder, resource.path), (error, data) => {
      if (error) return answer(NOT_FOUND);
      if (resource.type.startsWith('text/html')) return answer(page(data, resource.type));
      const cache = resource.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache';
      answer({ data, mimeType: resource.type, headers: { ...SECURITY_HEADERS, 'Cache-Control': cache } });
    });
  });
}

/** The page itself, with a nonce of its own for the style sheet that the editor adds. */
function page(html: Buffer, mimeType: string): ProtocolResponse {
  const nonce = randomBytes(16).toString('base64');
  const headers = {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': pagePolicy(nonce),
    'Cache-Control': 'no-store',
  };
  return { data: Buffer.from(html.toString('utf8').replace('%STYLE_NONCE%', nonce)), mimeType, headers };
}

const NOT_FOUND: ProtocolResponse = {
  statusCode: 404,
  mimeType: 'text/plain',
  data: Buffer.alloc(0),
  headers: { ...SECURITY_HEADERS },
};

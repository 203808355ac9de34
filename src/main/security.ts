import { app, type Session, session, shell, type WebContents } from 'electron';
import { safeLink } from '../core/address';
import { DEVELOPMENT_CONTENT_POLICY } from './content-policy';
import { isDevelopment, pageAddress, pageOrigin } from './page';

/** The one thing that the page may ask the system for. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write';

/** Everything Chromium would fetch for itself, and everything a page could. */
const NETWORK = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'];

/** Turns off what Chromium does on the network of its own accord; has to run before the app is ready. */
export function keepOffline(): void {
  // It would take back the switch that root needs.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  // No name is ever looked up; the development server is reached by its number.
  app.commandLine.appendSwitch(
    'host-resolver-rules',
    'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
  );
}

/** Guards the session and every page that will ever exist. */
export function guardPages(): void {
  guardSession(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

function guardSession(own: Session): void {
  own.setPermissionRequestHandler((contents, permission, answer, details) => {
    answer(permission === ALLOWED_PERMISSION && isOwn(details.requestingUrl) && isOwn(contents.getURL()));
  });
  own.setPermissionCheckHandler(
    (_contents, permission, origin) => permission === ALLOWED_PERMISSION && isOwn(origin),
  );
  own.setDevicePermissionHandler(() => false);
  // Its dictionaries would have to be downloaded.
  own.setSpellCheckerEnabled(false);
  own.webRequest.onBeforeRequest({ urls: NETWORK }, ({ url }, answer) => {
    answer({ cancel: !(isDevelopment && isDevelopmentServer(url)) });
  });
  if (isDevelopment) {
    own.webRequest.onHeadersReceived(({ responseHeaders }, answer) => {
      answer({
        responseHeaders: { ...responseHeaders, 'Content-Security-Policy': DEVELOPMENT_CONTENT_POLICY },
      });
    });
  }
}

function guardContents(contents: WebContents): void {
  const refuse = (event: { preventDefault(): void; readonly url: string }): void => {
    // The page may be loaded anew, by itself or by the development server; nothing else leads anywhere.
    if (event.url !== pageAddress) event.preventDefault();
  };
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    const link = safeLink(url);
    if (link !== null) void shell.openExternal(link);
    return { action: 'deny' };
  });
}

const isOwn = (address: string): boolean => address === pageOrigin || address.startsWith(`${pageOrigin}/`);

const isDevelopmentServer = (address: string): boolean =>
  new URL(address).host === new URL(pageAddress).host && /^(?:https?|ws):/.test(address);

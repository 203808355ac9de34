import { app } from 'electron';

/** The app's own scheme and host: all that the page consists of comes from here. */
export const SCHEME = 'briefing';
const OWN_ORIGIN = `${SCHEME}://desk`;

/** Address of the development server that electron-vite started; never in an installed app. */
const developmentServer = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;

/** The only origin that may call the app. */
export const pageOrigin = developmentServer === undefined ? OWN_ORIGIN : new URL(developmentServer).origin;
/** The only address that the window shows. */
export const pageAddress = developmentServer === undefined ? `${OWN_ORIGIN}/index.html` : `${pageOrigin}/`;
export const isDevelopment = developmentServer !== undefined;

import { app, BrowserWindow, nativeTheme, type Rectangle, screen } from 'electron';
import type { Theme } from '../core/vocabulary';
import { pageAddress } from './page';
import { built } from './places';
import type { WindowStateFile } from './window-state';

const SIZE = { width: 1280, height: 800 };
const SMALLEST = { minWidth: 720, minHeight: 480 };
/** The desk's colour in the page's stylesheet, so that the window never flashes in another one. */
const DESK = { light: '#efece6', dark: '#161514', contrast: '#ffffff' };

/** Opens the one window, where it last stood; it shows itself when its page has something to show. */
export function openWindow(state: WindowStateFile): BrowserWindow {
  const { bounds, maximized, theme } = state.get();
  showTheme(theme);
  const window = new BrowserWindow({
    ...SIZE,
    ...visiblePart(bounds),
    ...SMALLEST,
    show: false,
    backgroundColor: deskColour(theme),
    title: app.getName(),
    webPreferences: {
      preload: built('preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      devTools: !app.isPackaged,
      // The page's code is compiled once, at its first start, not after it was seen several times.
      v8CacheOptions: 'bypassHeatCheck',
    },
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  void window.loadURL(pageAddress);
  return window;
}

/** Follows a change of the theme; what `contrast` adds to the system's own theme is the page's. */
export function showTheme(theme: Theme): void {
  nativeTheme.themeSource = theme === 'contrast' ? 'system' : theme;
}

/** Where the window stands, for the next start. */
export function windowPlace(window: BrowserWindow): { bounds: Rectangle; maximized: boolean } {
  return { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
}

/** Brings the window to the front, as a second start of the app does. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

const deskColour = (theme: Theme): string =>
  theme === 'contrast' ? DESK.contrast : DESK[nativeTheme.shouldUseDarkColors ? 'dark' : 'light'];

/** Bounds on a display that is no longer there are forgotten. */
function visiblePart(bounds: Rectangle | null): Partial<Rectangle> {
  if (bounds === null) return {};
  const { workArea } = screen.getDisplayMatching(bounds);
  const isSeen =
    bounds.x < workArea.x + workArea.width - 50 &&
    bounds.x + bounds.width > workArea.x + 50 &&
    bounds.y >= workArea.y - 10 &&
    bounds.y < workArea.y + workArea.height - 50;
  return isSeen ? bounds : {};
}

/** The peer that the app's start is measured against: a window with a line of text, and nothing else. */
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

app.setPath('userData', process.env.EMPTY_WINDOW_DATA ?? '');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  window.on('page-title-updated', (_event, title) => {
    if (title === 'painted') process.stdout.write(`painted ${Date.now()}\n`);
  });
  window.loadFile(join(import.meta.dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());

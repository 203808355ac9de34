/** The peer that the app's start is measured against: a window with a line of text, and nothing else. */
const { join } = require('node:path');
const { app, BrowserWindow } = require('electron');

app.setPath('userData', process.env.EMPTY_WINDOW_DATA ?? '');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  window.on('page-title-updated', (_event, title) => {
    if (title === 'painted') process.stdout.write(`painted ${Date.now()}\n`);
  });
  window.loadFile(join(__dirname, 'index.html'));
});
app.on('window-all-closed', () => app.quit());

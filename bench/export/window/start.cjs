/** An application's entry is loaded by `require`, which takes no module; what has to be said before Electron is ready stands here. */
const { join } = require('node:path');
const { app } = require('electron');

app.disableHardwareAcceleration();
app.setPath('userData', join(process.env.BENCH_FOLDER ?? '', 'user-data'));
void import('./main.mjs');

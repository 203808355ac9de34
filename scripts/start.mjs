import { openApp } from './lib/app.mjs';
import { runCommand } from './lib/command.mjs';
import { prepareApp } from './lib/prepare.mjs';

await runCommand(async () => openApp(await prepareApp(), process.argv.slice(2)));

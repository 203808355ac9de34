import { runCommand } from './lib/command.mjs';
import { runE2e } from './lib/e2e.mjs';
import { prepareApp } from './lib/prepare.mjs';
import { finish } from './lib/summary.mjs';

await runCommand(async () => {
  await prepareApp({ tests: true });
  return finish([await runE2e(process.argv.slice(2))]);
});

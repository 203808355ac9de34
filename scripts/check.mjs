import { runChecks } from './lib/checks.mjs';
import { runCommand } from './lib/command.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { finish } from './lib/summary.mjs';

await runCommand(async () => {
  await ensureDependencies();
  return finish(await runChecks());
});

import { runChecks } from './lib/checks.mjs';
import { runCommand } from './lib/command.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { finish } from './lib/summary.mjs';
import { ensureSystemLibraries } from './lib/system-libraries.mjs';

await runCommand(async () => {
  await ensureDependencies();
  await ensureSystemLibraries({ tests: true });
  return finish(await runChecks());
});

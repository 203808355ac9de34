import { runChecks } from './lib/checks.mjs';
import { runCommand } from './lib/command.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { runE2e } from './lib/e2e.mjs';
import { say, sayFailure } from './lib/log.mjs';
import { prepareApp } from './lib/prepare.mjs';
import { runtimeVersions } from './lib/runtime.mjs';
import { failed, finish } from './lib/summary.mjs';

await runCommand(async () => {
  try {
    await ensureDependencies();
  } catch (error) {
    sayFailure(error);
    return finish([failed]);
  }
  const app = await prepareApp({ tests: true }).catch((error) => {
    sayFailure(error);
    return undefined;
  });
  // What needs no app runs even where the app cannot.
  const checks = await runChecks();
  const e2e = app ? await runE2e([]) : failed;
  if (app) say(`\nTested on ${await runtimeVersions(app)} (from ${app.origin}).`);
  return finish([...checks, e2e]);
});

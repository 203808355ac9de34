import { pathToFileURL } from 'node:url';
import { ensureBuild } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { sayFailure } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';

try {
  await ensureDependencies();
  await ensureBuild();
  // npm has gone to the folder of package.json, but people write paths as seen from where they are.
  if (process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  const program = inRoot('out', 'main', 'cli.cjs');
  process.argv[1] = program;
  // In this very process: starting a second Node takes longer than most commands.
  await import(pathToFileURL(program).href);
} catch (error) {
  sayFailure(error);
  process.exitCode = 1;
}

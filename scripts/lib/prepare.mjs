import { ensureBuild } from './build.mjs';
import { ensureDependencies } from './dependencies.mjs';
import { isDisplayMissing } from './display.mjs';
import { ensureRuntime } from './runtime.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

/**
 * Does all that has to be done before the app can run, and nothing that is done already.
 * @param {{tests?: boolean, build?: boolean}} [purpose]
 * @returns {Promise<import('./runtime.mjs').Runtime>}
 */
export async function prepareApp({ tests = false, build = true } = {}) {
  await ensureDependencies();
  const runtime = await ensureRuntime();
  await ensureSystemLibraries({ app: true, display: isDisplayMissing(), tests });
  if (build) await ensureBuild();
  return runtime;
}

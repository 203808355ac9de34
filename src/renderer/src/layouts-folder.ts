import { sayFailure } from './actions';
import { call } from './api';

/** Shows the folder for layouts of the user's own. */
export async function openLayoutsFolder(): Promise<void> {
  const opened = await call('layouts.open-folder', {});
  if (!opened.ok) sayFailure(opened.error);
}

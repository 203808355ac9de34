import path from 'node:path';
import { app } from 'electron';

/** A file or folder that the build made, by its path below `out`, absolute. */
export const built = (...parts: string[]): string => path.join(app.getAppPath(), 'out', ...parts);

import type { Log } from './log';

/**
 * Keeps the app alive through a mistake of ours: it is logged, and the person is told that there was one, never how it looks
 * inside.
 * @param tell says so in the window, if there is one
 */
export function surviveMistakes(log: Log, tell: () => void): void {
  const survive = (error: unknown): void => {
    log.error(error);
    process.stderr.write('Uncaught Exception: the log has the details.\n');
    tell();
  };
  process.on('uncaughtException', survive);
  process.on('unhandledRejection', survive);
}

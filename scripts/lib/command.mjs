import { SetupError, sayFailure } from './log.mjs';
import { listenForEndSignals } from './signals.mjs';

const oldestNode = '20.19';

/**
 * Runs one of our commands: its exit code becomes ours, and a failure becomes plain words.
 * @param {() => Promise<number>} command gives the exit code
 */
export async function runCommand(command) {
  listenForEndSignals();
  try {
    checkNode();
    process.exitCode = await command();
  } catch (error) {
    sayFailure(error);
    process.exitCode = 1;
  }
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestNode.split('.').map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  throw new SetupError(
    `Node ${process.versions.node} is too old.`,
    `Building Briefing Desk needs Node ${oldestNode} or newer.`,
    'Install a newer Node and run the command again.',
  );
}

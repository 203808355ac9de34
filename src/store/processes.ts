import { systemCode } from './failures';

/** Whether a process of this machine is running, whoever it belongs to. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It is there, but somebody else's.
    return systemCode(error) === 'EPERM';
  }
}

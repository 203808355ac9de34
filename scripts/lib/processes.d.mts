export interface RunningProcess {
  pid: number;
  started: string;
}
export function processTree(pid: number): RunningProcess[];
export function stillRunning(processes: RunningProcess[]): number[];
export function isRunning(pid: number): boolean;
export function thisProcess(): RunningProcess;

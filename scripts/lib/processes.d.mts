export interface RunningProcess {
  pid: number;
  started: string;
}
export function processTree(pid: number): RunningProcess[];
export function stillRunning(processes: RunningProcess[]): number[];

export interface Launch {
  electron: string;
  args: string[];
  env: Record<string, string>;
}
export function describeLaunch(): Promise<Launch>;
export function launchOf(electron: string, folder: string): Launch;
export function sandboxArguments(): string[];

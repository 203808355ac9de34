export function median(values: number[]): number;
export function range(values: number[]): string;
export function createRandom(seed: number): () => number;

export function digestOf(note: unknown): string;

import type { z } from 'zod';
import { migrate } from './chain';
import { CHAINS, type FileKind } from './chains';

/** What a file holds, in today's shape. */
export type ReadFile<T> =
  | { readonly is: 'read'; readonly value: T }
  /** `value`: what it says if it is taken for a file of today, as far as that goes; null: it does not go. */
  | { readonly is: 'newer'; readonly value: T | null }
  | { readonly is: 'damaged'; readonly why: string };

/**
 * Reads the content of a file of any version that there ever was.
 * @param schema of today's version
 * @param content as it came out of JSON
 */
export function readVersioned<T>(kind: FileKind, schema: z.ZodType<T>, content: unknown): ReadFile<T> {
  const chain = CHAINS[kind];
  const migrated = migrate(chain, content);
  switch (migrated.is) {
    case 'current': {
      const parsed = schema.safeParse(migrated.data);
      if (parsed.success) return { is: 'read', value: parsed.data };
      const [issue] = parsed.error.issues;
      return { is: 'damaged', why: `${issue?.path.join('.') || 'its content'}: ${issue?.message}` };
    }
    case 'newer': {
      const parsed = schema.safeParse({ ...migrated.data, schema: chain.current });
      return { is: 'newer', value: parsed.success ? parsed.data : null };
    }
    case 'unknown':
      return { is: 'damaged', why: 'schema: it has no version that is known' };
  }
}

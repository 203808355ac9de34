import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { operationSchema } from '../core/operation';
import type { ErrorCode, WarningCode } from '../core/result';
import { failureText, t, warningText } from './text';

/** The members of a union of strings, as they stand in its source. */
function codesOf<T extends string>(name: string): T[] {
  const source = readFileSync('src/core/result.ts', 'utf8');
  const union = new RegExp(`export type ${name} =([^;]+);`).exec(source)?.[1] ?? '';
  return [...union.matchAll(/'([a-z-]+)'/g)].map(([, code]) => code as T);
}

describe('words for a person', () => {
  it.each(codesOf<ErrorCode>('ErrorCode'))('there are for the failure %s', (code) => {
    expect(failureText({ code, details: { count: 2 } })).not.toContain(
      code === 'unexpected' ? 'error.' : `error.${code}`,
    );
  });

  it.each(codesOf<WarningCode>('WarningCode'))('there are for the warning %s', (code) => {
    for (const count of [1, 2]) expect(warningText({ code, details: { count } })).not.toContain('warning.');
  });

  it('there are for each operation', () => {
    const types = operationSchema.options.map(({ shape }) => [...shape.type.values][0]);
    for (const type of [...types, 'import']) {
      expect(t(`operation.${type}`)).not.toContain('operation.');
    }
  });

  it('differ by what stands in them', () => {
    expect(warningText({ code: 'repeated-paragraphs', details: { count: 1 } })).toMatch(/^1 paragraph stood/);
    expect(warningText({ code: 'encoding-guessed', details: { context: 'damaged', count: 2 } })).toMatch(
      /^The file is damaged: 2/,
    );
    expect(failureText({ code: 'library-unusable', details: { context: 'disk-full', why: 'x' } })).toContain(
      'disk is full',
    );
    expect(failureText({ code: 'library-unusable', details: { why: 'it is elsewhere' } })).toContain(
      'it is elsewhere',
    );
  });
});

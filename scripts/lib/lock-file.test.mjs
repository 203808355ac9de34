import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingPlatformPackages } from './lock-file.mjs';
import { inRoot } from './paths.mjs';

test('what is missing is filled in from the name', () => {
  const packages = {
    'node_modules/tool': {
      version: '1.0.0',
      dev: true,
      optionalDependencies: {
        'tool-darwin-arm64': '1.0.0',
        'tool-linux-x64-musl': '1.0.0',
        'tool-linux-x64': '1.0.0',
      },
    },
    'node_modules/tool-linux-x64': { version: '1.0.0' },
  };
  expect(missingPlatformPackages(packages)).toEqual({
    'node_modules/tool-darwin-arm64': {
      version: '1.0.0',
      os: ['darwin'],
      cpu: ['arm64'],
      dev: true,
      optional: true,
    },
    'node_modules/tool-linux-x64-musl': {
      version: '1.0.0',
      os: ['linux'],
      cpu: ['x64'],
      libc: ['musl'],
      dev: true,
      optional: true,
    },
  });
});

test('optional packages that are not for one system are left alone', () => {
  expect(
    missingPlatformPackages({ 'node_modules/tool': { optionalDependencies: { fsevents: '2.3.3' } } }),
  ).toEqual({});
});

test('package-lock.json is complete, or `npm ci` refuses it: run scripts/complete-lock-file.mjs', () => {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  expect(Object.keys(missingPlatformPackages(packages))).toEqual([]);
});

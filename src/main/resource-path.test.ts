import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resourceOf } from './resource-path';

const origin = 'briefing://desk';

describe('resourceOf', () => {
  it('finds the files of the page', () => {
    expect(resourceOf('briefing://desk/index.html', origin)).toEqual({
      path: 'index.html',
      type: 'text/html',
      isImmutable: false,
    });
    expect(resourceOf('briefing://desk/assets/index-Bx_1-a.js?v=1#x', origin)).toEqual({
      path: 'assets/index-Bx_1-a.js',
      type: 'text/javascript',
      isImmutable: true,
    });
  });

  it.each([
    '',
    '/',
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/..%2fpackage.json',
    '/assets%2f..%2f..%2fmain/index.js',
    '/%252e%252e%252fpackage.json',
    '/..%5cpackage.json',
    '/..\\package.json',
    '/assets\\index.html',
    '/index.html%00.js',
    '/index.html\0',
    '/.hidden.js',
    '/assets/.hidden.js',
    '//etc/hosts.html',
    '/C:/index.html',
    '/index.html/',
    '/index.js.map',
    '/%',
    '/index.constructor',
    '/index',
  ])('refuses %j', (path) => {
    expect(resourceOf(`briefing://desk${path}`, origin)).toBeNull();
  });

  it('refuses other hosts and schemes', () => {
    for (const address of [
      'briefing://other/index.html',
      'briefing://desk.example/index.html',
      'file:///index.html',
    ]) {
      expect(resourceOf(address, origin)).toBeNull();
    }
  });

  it('never leaves its folder, whatever is asked for', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2e',
      '%2f',
      '%5c',
      '%25',
      '%00',
      'a',
      'assets',
      '.js',
      '\0',
      ':',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const resource = resourceOf(`${origin}/${pieces.join('')}`, origin);
        if (resource) expect(resource.path).not.toMatch(/(^|\/)\.|\\|\0|%|^\/|\/\//);
      }),
    );
  });
});

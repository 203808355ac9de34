/** What the page may load and do: what it brings itself, and nothing else. */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'none'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};

/** The development server adds inline scripts and styles of its own, and a socket for reloading. */
const DEVELOPMENT_POLICY = {
  ...POLICY,
  'script-src': "'self' 'unsafe-inline'",
  'style-src': "'self' 'unsafe-inline'",
  'connect-src': "'self' ws:",
};

const written = (policy: Readonly<Record<string, string>>): string =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** The page's policy when one style sheet that it adds itself is told by its nonce. */
export const pagePolicy = (styleNonce: string): string =>
  written({ ...POLICY, 'style-src': `'self' 'nonce-${styleNonce}'` });

/** The headers that every answer to the page carries. */
export const SECURITY_HEADERS = {
  'Content-Security-Policy': written(POLICY),
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

export const DEVELOPMENT_CONTENT_POLICY = written(DEVELOPMENT_POLICY);

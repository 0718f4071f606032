/** From where the console loads what is not part of it, each a list of origins as a content security policy writes them. */
export interface ForeignOrigins {
  /** Talks to: the sign-in, the bucket that uploads go to. */
  readonly connect: readonly string[];
  /** Shows pictures, films and sound from: the bucket, and the platforms. */
  readonly media: readonly string[];
}

/**
 * What the console's page may do. Nothing runs and nothing styles that is not a file of its own: the component library can write style
 * elements while the page lives, so the console uses it without those of its parts that do.
 */
export function contentSecurityPolicy({ connect, media }: ForeignOrigins): string {
  const rules: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:', 'blob:', ...media],
    'media-src': ["'self'", 'blob:', ...media],
    'font-src': ["'self'"],
    'connect-src': ["'self'", ...connect],
    'manifest-src': ["'self'"],
    'worker-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  };
  return Object.entries(rules)
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}

/** Two years, which is what browsers ask of those who want to be known as safe from the first visit on. */
export const transportSecuritySeconds = 2 * 365 * 24 * 3600;

/** What the page asks of the browser beside the policy, in the words of HTTP. */
export const securityHeaders = {
  'strict-transport-security': `max-age=${transportSecuritySeconds}; includeSubDomains`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

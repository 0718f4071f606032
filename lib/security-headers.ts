/** From where the console loads what is not part of it, each a list of origins as a content security policy writes them. */
export interface ForeignOrigins {
  /** Talks to: the sign-in, the bucket that uploads go to. */
  readonly connect: readonly string[];
  /** Shows pictures, films and sound from: the bucket, and the platforms. */
  readonly media: readonly string[];
}

/** Stands for the word that a response and the page's own style sheets share; each response has another one. */
export const nonceMark = '{nonce}';

/**
 * What the console's page may do. Nothing runs that is not a file of its own. The component library writes style sheets while the
 * page lives, for which it has to show the nonce of the response.
 */
export function contentSecurityPolicy({ connect, media }: ForeignOrigins): string {
  const rules: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", `'nonce-${nonceMark}'`],
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

/**
 * The header in which a page finds its nonce: a script cannot read the headers of its own page, except for this one, which browsers
 * hand out with the times of the navigation.
 */
export const nonceHeader = { name: 'server-timing', value: `style;desc="${nonceMark}"` } as const;

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

import { createHmac, timingSafeEqual } from 'node:crypto';

/** A request as its OAuth 1.0a signature sees it. */
export interface SignedRequest {
  method: string;
  /** Scheme, host and path; a query counts as parameters. */
  url: string;
  authorization: string;
  /** Parameters of a form body. JSON and multipart bodies are not signed. */
  form: readonly (readonly [string, string])[];
}

/** The `oauth_…` parameters of an Authorization header. */
export interface OAuthParameters {
  consumerKey: string;
  token: string;
  nonce: string;
  /** Unix seconds. */
  timestamp: number;
  signature: string;
  /** All of them, decoded. */
  all: Map<string, string>;
}

/** RFC 3986: everything but letters, digits and `-._~` is percent-encoded. */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Reads the header; undefined when it is not a complete HMAC-SHA1 one, or names a parameter twice. */
export function parseAuthorization(header: string): OAuthParameters | undefined {
  const [, list] = /^OAuth\s+(.*)$/i.exec(header) ?? [];
  if (list === undefined) return undefined;
  const all = new Map<string, string>();
  for (const pair of list.split(',')) {
    const [, name, value] = /^\s*([^=\s]+)="([^"]*)"\s*$/.exec(pair) ?? [];
    const decoded = value === undefined ? undefined : decode(value);
    if (name === undefined || decoded === undefined || all.has(name)) return undefined;
    all.set(name, decoded);
  }
  const get = (name: string) => all.get(`oauth_${name}`) ?? '';
  const timestamp = get('timestamp');
  const version = all.get('oauth_version') ?? '1.0';
  if (get('signature_method') !== 'HMAC-SHA1' || version !== '1.0' || !/^\d{1,12}$/.test(timestamp))
    return undefined;
  if (get('nonce') === '' || get('signature') === '') return undefined;
  return {
    consumerKey: get('consumer_key'),
    token: get('token'),
    nonce: get('nonce'),
    timestamp: Number(timestamp),
    signature: get('signature'),
    all,
  };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The string that is signed, RFC 5849 §3.4.1. */
export function signatureBase(request: SignedRequest, oauth: OAuthParameters): string {
  const url = new URL(request.url);
  const parameters = [...oauth.all].filter(([name]) => name !== 'realm' && name !== 'oauth_signature');
  const encoded = [...parameters, ...url.searchParams, ...request.form].map(
    ([name, value]) => [percentEncode(name), percentEncode(value)] as const,
  );
  const sorted = encoded.sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)));
  const list = sorted.map(([name, value]) => `${name}=${value}`).join('&');
  const parts = [request.method.toUpperCase(), `${url.origin}${url.pathname}`, list];
  return parts.map(percentEncode).join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** HMAC-SHA1 in base64. */
export function signature(base: string, consumerSecret: string, tokenSecret: string): string {
  const key = `${percentEncode(consumerSecret)}&${percentEncode(tokenSecret)}`;
  return createHmac('sha1', key).update(base).digest('base64');
}

/** Compares in constant time. */
export function signedRightly(
  request: SignedRequest,
  oauth: OAuthParameters,
  secrets: { consumer: string; token: string },
): boolean {
  const expected = Buffer.from(signature(signatureBase(request, oauth), secrets.consumer, secrets.token));
  const given = Buffer.from(oauth.signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

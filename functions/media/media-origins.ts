import * as z from 'zod/mini';

const Setting = z.record(z.string(), z.array(z.string().check(z.regex(/^https?:\/\/[^/]+$/))));

/** An address that may be fetched. `named` in full by the setting, so that even a private network is meant; else `public` only. */
export interface Admitted {
  url: URL;
  network: 'public' | 'named';
}

/**
 * From where each channel's files may be fetched, by the setting MEDIA_HOSTS: JSON, channel name → origins. Only `https:` ones are
 * ever part of a deployment; `*.` stands for one or more labels. An origin that is listed with `http:`, as on a developer's machine,
 * is meant exactly as it stands there: it alone may be plain and private.
 */
export function mediaOrigins(setting: string): (channel: string) => readonly string[] {
  const origins = Setting.parse(JSON.parse(setting));
  return (channel) => (Object.hasOwn(origins, channel) ? (origins[channel] ?? []) : []);
}

/** The address as it is to be fetched, when one of the origins covers it. What is compared is what is asked: the parsed address. */
export function admit(origins: readonly string[], address: string): Admitted | undefined {
  const url = URL.parse(address);
  if (url?.username !== '' || url.password !== '') return undefined;
  if (url.protocol === 'http:') return origins.includes(url.origin) ? { url, network: 'named' } : undefined;
  if (url.protocol !== 'https:' || url.port !== '') return undefined;
  return origins.some((origin) => covers(origin, url)) ? { url, network: 'public' } : undefined;
}

function covers(origin: string, { hostname }: URL): boolean {
  if (!origin.startsWith('https://*.')) return origin === `https://${hostname}`;
  const suffix = origin.slice('https://*'.length);
  return hostname.endsWith(suffix) && hostname.length > suffix.length;
}

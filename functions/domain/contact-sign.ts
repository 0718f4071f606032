import type { ChannelName } from './channel-name.ts';
import type { Profile } from './contact.ts';

/** Something that two contacts may share and that speaks for their being one person. It proves nothing, so it only proposes. */
export interface ContactSign {
  kind: 'handle' | 'email' | 'phone';
  /** As it is compared. */
  value: string;
}

const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** With the country, because a number without it belongs to many people. */
const PHONE = /\+\d[\d ()./-]{7,20}\d/g;
/** Short handles and those that anybody takes belong to many people too. */
const SHORTEST_HANDLE = 5;
/** How many signs of one message count; a list of addresses is about others. */
const MOST_SIGNS = 3;

/** What a person is called on a channel. */
export function signsOfProfile({ handle }: Pick<Profile, 'handle'>): ContactSign[] {
  const value = handle?.toLowerCase() ?? '';
  return value.length >= SHORTEST_HANDLE ? [{ kind: 'handle', value }] : [];
}

/** Addresses and numbers that a person writes of themselves, as far as one can tell. */
export function signsOfText(text: string): ContactSign[] {
  const emails = [...text.matchAll(EMAIL)].map(([email]) => ({
    kind: 'email' as const,
    value: email.toLowerCase(),
  }));
  const phones = [...text.matchAll(PHONE)].map(([phone]) => ({
    kind: 'phone' as const,
    value: phone.replace(/\D/g, ''),
  }));
  const signs = new Map([...emails, ...phones].map((sign) => [`${sign.kind}:${sign.value}`, sign]));
  return signs.size <= MOST_SIGNS ? [...signs.values()] : [];
}

/** Whether a sign of one contact speaks for their being another. The same handle on the same channel is somebody else's by nature. */
export function speaksFor(
  { kind }: ContactSign,
  channels: readonly [ChannelName | string, ChannelName | string],
): boolean {
  return kind !== 'handle' || channels[0] !== channels[1];
}

/** Why two contacts may be one person, for whoever decides. */
export function whyOf({ kind, value }: ContactSign): string {
  if (kind === 'handle') return `Both are called @${value}, on two channels.`;
  return kind === 'email' ? `Both wrote the address ${value}.` : `Both wrote the number +${value}.`;
}

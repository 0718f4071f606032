import type { ChannelName } from '../domain/channel-name.ts';

/** One thing of a platform that Hark depends on and that the platform may end: an API version, a host, a message tag. */
export interface PlatformVersion {
  channel: ChannelName;
  /** What it is, as the subject of a sentence. */
  name: string;
  /** As the platform spells it. */
  value: string;
  /** The day from which the platform may refuse it (ISO 8601 date, UTC); undefined when no end is announced or promised. */
  endsOn: string | undefined;
  /** Where the platform says so. */
  source: string;
  /** What to do when its end comes near. */
  advice: string;
}

/** The day on which somebody last held all of this against its sources (ISO 8601 date). */
export const CHECKED_ON = '2026-11-21';

/** Everything that ends, in one place. Change a value here and nowhere else, and `CHECKED_ON` with it. */
export const platformVersions = {
  graphApi: {
    channel: 'facebook',
    name: 'Version v26.0 of the Graph API',
    value: 'v26.0',
    // Out since 2026-07-29 with its end still to be announced; Meta keeps a version for two years at least.
    endsOn: '2028-07-29',
    source: 'https://developers.facebook.com/docs/graph-api/changelog/versions/',
    advice: 'Read the changelog of the versions since, then set the newest one.',
  },
  graphHost: {
    channel: 'facebook',
    name: 'The host of the Graph API',
    value: 'https://graph.facebook.com',
    endsOn: undefined,
    source: 'https://developers.facebook.com/docs/graph-api/overview/',
    advice: 'Set the host that the Graph API is moving to.',
  },
  humanAgentTag: {
    channel: 'facebook',
    name: 'The message tag HUMAN_AGENT',
    value: 'HUMAN_AGENT',
    endsOn: undefined,
    source: 'https://developers.facebook.com/docs/messenger-platform/send-messages/message-tags/',
    advice: 'Without it nobody can write to a person after 24 hours: set the tag that replaces it.',
  },
  xApi: {
    channel: 'x',
    name: 'Version 2 of the X API',
    value: '2',
    endsOn: undefined,
    source: 'https://docs.x.com/changelog',
    advice: 'Read the changelog, then set the newest version.',
  },
  xHost: {
    channel: 'x',
    name: 'The host of the X API',
    value: 'https://api.x.com',
    endsOn: undefined,
    source: 'https://docs.x.com/x-api/introduction',
    advice: 'Set the host that the X API is moving to.',
  },
} as const satisfies Record<string, PlatformVersion>;

/** How long before its end something is reported, in days: long enough to plan an upgrade and to test it. */
const NOTICE = 60;
const DAY = 24 * 60 * 60 * 1000;

/**
 * A sentence for each version whose end is at most 60 days away or has passed at `now` (ISO 8601), soonest first; none when
 * all is well. For the health page, and for the test that watches over the table above.
 */
export function endingSoon(
  now: string,
  versions: readonly PlatformVersion[] = Object.values(platformVersions),
): string[] {
  return versions
    .flatMap((version) => {
      if (version.endsOn === undefined) return [];
      const days = Math.ceil((Date.parse(version.endsOn) - Date.parse(now)) / DAY);
      return days > NOTICE ? [] : [{ days, sentence: sentence(version, version.endsOn, days) }];
    })
    .sort((one, other) => one.days - other.days)
    .map(({ sentence }) => sentence);
}

function sentence({ name, source, advice }: PlatformVersion, endsOn: string, days: number): string {
  const left = days === 1 ? 'in 1 day' : `in ${days} days`;
  const end = days > 0 ? `may end ${left}, on ${endsOn}` : `may have ended on ${endsOn}`;
  return `${name} ${end}. ${advice} It is set in functions/channels/platform-versions.ts; see ${source}`;
}

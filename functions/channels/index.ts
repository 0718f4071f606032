import type { Channel } from './channel.ts';
import { facebook } from './facebook/index.ts';
import { x } from './x/index.ts';

/** Every platform that Hark speaks; the only place that names them all. */
export const channels: readonly Channel[] = [facebook, x];

/** The channel of that name, which may come from outside; undefined when there is none. */
export function channelNamed(name: string): Channel | undefined {
  return channels.find((channel) => channel.name === name);
}

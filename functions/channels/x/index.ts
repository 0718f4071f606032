import type { Channel } from '../channel.ts';
import { xEdge } from './edge.ts';
import { limits } from './limits.ts';
import { parse } from './parse.ts';

/** X, formerly Twitter: posts and direct messages by the Account Activity API and by its successor, the X Activity API. */
export const x: Channel = { ...xEdge, limits, parse };

import type { Channel } from '../channel.ts';
import { facebookEdge } from './edge.ts';
import { limits } from './limits.ts';
import { parse } from './parse.ts';

/** Facebook pages and their Messenger. */
export const facebook: Channel = { ...facebookEdge, limits, parse };

import type { ChannelEdge } from '../channel.ts';
import { challenge } from './challenge.ts';
import { split } from './split.ts';
import { verify } from './verify.ts';

/** The part of this channel that the webhook function holds. */
export const facebookEdge: ChannelEdge = { name: 'facebook', challenge, verify, split };

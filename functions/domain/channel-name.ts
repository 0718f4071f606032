import * as z from 'zod/mini';

/** The platforms that Hark speaks. A new platform is one word here, one folder in `channels` and one line in its index. */
export const ChannelName = z.enum(['facebook', 'x']);
export type ChannelName = z.infer<typeof ChannelName>;

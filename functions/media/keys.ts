/**
 * Where files lie in the media bucket. What agents upload waits below `uploads/`, which S3 empties after a day, and moves below
 * `outbound/` when a message is written with it; what customers attach is copied below `inbound/`.
 */
export const prefixes = { uploads: 'uploads/', outbound: 'outbound/', inbound: 'inbound/' } as const;

export const uploadKey = (uploadId: string): string => `${prefixes.uploads}${uploadId}`;
export const outboundKey = (uploadId: string): string => `${prefixes.outbound}${uploadId}`;
export const inboundKey = (messageId: string, index: number): string =>
  `${prefixes.inbound}${messageId}/${index}`;

/**
 * What everybody may look at lies in the bucket of the status page, below the page's own path; its name is made from its content.
 * Below the page's address it is `media/<name>`.
 */
export const publicFolder = 'status/media/';

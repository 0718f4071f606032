/** Where the files of the public page lie in its bucket: at the paths where they are served, without the first slash. */
export const statusKeys = ['status', 'status/subscribe', 'status.json', 'status/feed.atom'] as const;
export type StatusKey = (typeof statusKeys)[number];

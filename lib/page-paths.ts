/** A path that ends like a file's name; every other one is a place within the console, which is one page. */
export const fileName = /\.[a-z][a-z0-9]*$/i;
/** The file that is the page. */
export const page = '/index.html';
/** Where everybody reads how things fare. */
export const statusPath = '/status';
/** Below it, every file's name changes with its content. */
export const assets = '/assets/';

/** How long browsers keep a file: for good what never changes; the others, such as the page itself, they ask for again. */
export const cacheControl = {
  assets: 'public, max-age=31536000, immutable',
  files: 'no-cache',
} as const;

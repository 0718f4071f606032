import { publicFolder } from '../functions/media/keys.ts';
import { statusKeys } from '../functions/status/keys.ts';
import { statusPolicy } from '../functions/status/public-page.ts';
import { securityHeaders } from './security-headers.ts';

/** Where the public page and its other forms are served: each at the path that is its key in the bucket. */
export const statusPaths = statusKeys.map((key) => `/${key}`);

/** Below it, its pictures and films are served, each at the path that is its key in the bucket. */
export const publicFilesPath = `/${publicFolder}`;

/** What the public page asks of the browser, in the words of HTTP. */
export const statusHeaders = { ...securityHeaders, 'content-security-policy': statusPolicy } as const;

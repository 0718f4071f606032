import type { ServerResponse } from 'node:http';
import type { Person } from './people.ts';
import type { World } from './world.ts';

/** A round picture with the initials, drawn from the name so that nobody's photo is needed. Safe to serve as it is. */
export function avatarSvg(person: Person): string {
  const initials = person.name
    .split(/\s+/)
    .map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')
    .join('')
    .slice(0, 2)
    .toUpperCase();
  const { hue } = person;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96">
<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="hsl(${hue} 62% 52%)"/><stop offset="1" stop-color="hsl(${hue + 38} 58% 38%)"/></linearGradient></defs>
<rect width="96" height="96" fill="url(#g)"/>
<text x="48" y="51" text-anchor="middle" dominant-baseline="middle" font-family="system-ui,sans-serif" font-size="38" font-weight="600" fill="#fff">${initials}</text></svg>`;
}

const AVATAR = /^\/(?:profile_images|avatars)\/(\d{1,19})(?:\/avatar_normal)?\.svg$/;

/** Serves pictures of people and finished media, which need no token. False when the path is neither. */
export function servePicture(world: World, path: string, response: ServerResponse): boolean {
  const person = world.people.get(AVATAR.exec(path)?.[1] ?? '');
  if (person) return sent(response, 'image/svg+xml', avatarSvg(person));
  const id = /^\/media\/(\d{1,19})$/.exec(path)?.[1] ?? '';
  const media = world.media.get(id);
  const bytes = media?.state === 'succeeded' ? world.media.bytes(id) : undefined;
  return media && bytes ? sent(response, media.type, Buffer.from(bytes)) : false;
}

/** An SVG opened on its own may run nothing and load nothing. */
function sent(response: ServerResponse, type: string, body: string | Buffer): true {
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'max-age=3600',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
  return true;
}

import { describe, expect, it } from 'vitest';
import { mediaHosts } from '../../../functions/channels/media-hosts.ts';
import { admit, mediaOrigins } from '../../../functions/media/media-origins.ts';

const originsOf = mediaOrigins(JSON.stringify(mediaHosts));
const facebook = originsOf('facebook');
const x = originsOf('x');

describe('a file of a platform', () => {
  it.each([
    ['of X', x, 'https://pbs.twimg.com/media/A.jpg?name=large'],
    ['a film of X', x, 'https://video.twimg.com/ext_tw_video/1/pu/vid/1.mp4'],
    ['of a direct message', x, 'https://ton.twitter.com/1.1/ton/data/dm/1/2/A.jpg'],
    ['of Facebook', facebook, 'https://scontent-fra3-1.xx.fbcdn.net/v/t1/A.jpg?oh=1'],
    ['of Messenger', facebook, 'https://cdn.fbsbx.com/v/t59/A.pdf'],
    ['with the port that it has anyway', x, 'https://pbs.twimg.com:443/media/A.jpg'],
    ['in capitals', x, 'HTTPS://PBS.TWIMG.COM/media/A.jpg'],
    ['in wide letters, which mean the same host', x, 'https://ｐｂｓ.twimg.com/media/A.jpg'],
  ])('may be fetched: %s', (_name, origins, address) => {
    expect(admit(origins, address)?.network).toBe('public');
  });

  it.each([
    ['over a plain connection', x, 'http://pbs.twimg.com/media/A.jpg'],
    ['at another port', x, 'https://pbs.twimg.com:8443/media/A.jpg'],
    ['of the other platform', x, 'https://cdn.fbsbx.com/v/t59/A.pdf'],
    ['at another host', x, 'https://example.com/media/A.jpg'],
    ['at a host that begins alike', x, 'https://pbs.twimg.com.example.com/A.jpg'],
    ['at a host that ends alike', facebook, 'https://evilfbcdn.net/A.jpg'],
    ['at a host below one that is listed as it is', x, 'https://a.pbs.twimg.com/A.jpg'],
    ['at the bare domain', facebook, 'https://fbcdn.net/A.jpg'],
    ['at an empty label', facebook, 'https://.fbcdn.net/A.jpg'],
    ['with a dot at the end', x, 'https://pbs.twimg.com./media/A.jpg'],
    ['with a dot at the end of a wildcard', facebook, 'https://cdn.fbsbx.com./A.jpg'],
    ['behind a name that looks like the host', x, 'https://pbs.twimg.com@example.com/A.jpg'],
    ['behind a name and a password', x, 'https://pbs.twimg.com:443@example.com/A.jpg'],
    ['with a name of its own', x, 'https://me:secret@pbs.twimg.com/A.jpg'],
    ['behind a backslash', x, 'https://example.com\\@pbs.twimg.com/A.jpg'],
    ['after a fragment', x, 'https://example.com#@pbs.twimg.com/A.jpg'],
    ['in letters that only look alike', x, 'https://pbs.twim\u0261.com/A.jpg'],
    ['with a host that is escaped', x, 'https://pbs.twimg.com%2eexample.com/A.jpg'],
    ['at an address of this machine', x, 'https://127.0.0.1/A.jpg'],
    ['at an address in one number', x, 'https://2130706433/A.jpg'],
    ['at an address of the newer kind', x, 'https://[::1]/A.jpg'],
    ['where clouds keep credentials', x, 'http://169.254.169.254/latest/meta-data/'],
    ['of this machine', x, 'file:///etc/passwd'],
    ['that is its own content', x, 'data:image/png;base64,iVBORw0KGgo='],
    ['that is a script', x, 'javascript:alert(1)'],
    ['that is no address', x, 'pbs.twimg.com/A.jpg'],
    ['that is empty', x, ''],
    ['of a channel that nobody knows', originsOf('toString'), 'https://pbs.twimg.com/A.jpg'],
  ])('is not fetched: %s', (_name, origins, address) => {
    expect(admit(origins, address)).toBeUndefined();
  });
});

describe('an origin that is listed with http:', () => {
  const origins = mediaOrigins('{"x":["http://127.0.0.1:4000"]}')('x');

  it('is fetched from as it stands there', () => {
    expect(admit(origins, 'http://127.0.0.1:4000/media/1')?.network).toBe('named');
  });

  it.each([
    ['another port', 'http://127.0.0.1:4001/media/1'],
    ['another address', 'http://127.0.0.2:4000/media/1'],
    ['another name of it', 'http://localhost:4000/media/1'],
    ['a name in front', 'http://me@127.0.0.1:4000/media/1'],
    ['a safe connection, which is not listed', 'https://127.0.0.1:4000/media/1'],
  ])('opens nothing else: %s', (_name, address) => {
    expect(admit(origins, address)).toBeUndefined();
  });
});

it.each([
  ['no JSON', 'pbs.twimg.com'],
  ['an origin without a scheme', '{"x":["pbs.twimg.com"]}'],
  ['an origin with a path', '{"x":["https://pbs.twimg.com/media"]}'],
  ['another scheme', '{"x":["ftp://pbs.twimg.com"]}'],
])('refuses a setting with %s', (_name, setting) => {
  expect(() => mediaOrigins(setting)).toThrow();
});

it('lists only safe origins for deployments', () => {
  for (const origin of Object.values(mediaHosts).flat()) expect(origin).toMatch(/^https:\/\/(\*\.)?[a-z.]+$/);
});

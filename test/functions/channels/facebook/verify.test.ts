import { describe, expect, it } from 'vitest';
import { verify } from '../../../../functions/channels/facebook/verify.ts';
import { recorded, secrets } from '../../../fixtures/recorded.ts';

const secret = { signingKeys: [secrets.facebook] };
const short = Buffer.from('{"object":"page","entry":[{"id":"1","time":1,"changes":[]}]}');
const shortSignature = 'sha256=bc868c03ec13a93b7423321aad91392ec29bf35246c9c06ac6c4c406432116c6';

describe('verify', () => {
  it('agrees with the published vector', () => {
    expect(verify({ headers: { 'x-hub-signature-256': shortSignature }, body: short }, secret)).toBe(true);
  });

  it('refuses escaped letters that were parsed and written again', () => {
    const [delivery] = recorded('facebook').filter(({ event }) => event === 'feed-comment-add-unicode');
    const headers = delivery?.headers ?? {};
    const again = Buffer.from(JSON.stringify(JSON.parse(delivery?.body.toString('utf8') ?? '')));
    expect(verify({ headers, body: delivery?.body ?? again }, secret)).toBe(true);
    expect(verify({ headers, body: again }, secret)).toBe(false);
  });

  it('does not take the SHA-1 header for a signature', () => {
    const [delivery] = recorded('facebook', 'webhook');
    const sha1 = delivery?.headers['x-hub-signature'];
    expect(sha1).toMatch(/^sha1=/);
    const headers = { 'x-hub-signature': sha1, 'x-hub-signature-256': sha1 };
    expect(verify({ headers, body: delivery?.body ?? short }, secret)).toBe(false);
  });
});

import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSignedRequest } from '../../../../functions/channels/facebook/signed-request.ts';
import { secrets } from '../../../fixtures/recorded.ts';

const secret = { signingKeys: [secrets.facebook] };
const form = readFileSync(
  new URL('../../../fixtures/payloads/facebook/callback-data-deletion.form', import.meta.url),
  'utf8',
);
function signed(payload: unknown, key = secrets.facebook): string {
  const text = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `signed_request=${createHmac('sha256', key).update(text).digest('base64url')}.${text}`;
}
const payload = { algorithm: 'HMAC-SHA256', issued_at: 1_795_169_700, user_id: '10220000000000001' };

describe('a signed request', () => {
  it('tells whom it is about, as it was recorded', () => {
    expect(readSignedRequest(form, secret)).toEqual({ userId: '10220000000000001', issuedAt: 1_795_169_700 });
    expect(readSignedRequest(signed(payload), secret)).toEqual(readSignedRequest(form, secret));
  });

  it.each([
    { name: 'of another key', text: signed(payload, 'another') },
    { name: 'whose payload was changed', text: form.replace('eyJ', 'eyK') },
    { name: 'whose signature was cut', text: form.replace('=Ngt', '=gt') },
    { name: 'of another algorithm', text: signed({ ...payload, algorithm: 'none' }) },
    { name: 'about nobody', text: signed({ ...payload, user_id: undefined }) },
    { name: 'without a payload', text: 'signed_request=abc' },
    { name: 'that is none', text: '' },
  ])('$name tells nothing', ({ text }) => {
    expect(readSignedRequest(text, secret)).toBeUndefined();
  });

  it('is read with no key that is empty', () => {
    expect(readSignedRequest(signed(payload, ''), { signingKeys: [''] })).toBeUndefined();
  });
});

import { expect, test } from 'vitest';
import { verify } from '../../../../functions/channels/x/verify.ts';
import { recorded, secrets } from '../../../fixtures/recorded.ts';

const deliveries = recorded('x', 'webhook');
const bytes = (name: string) => deliveries.find(({ event }) => event === name)?.body ?? Buffer.alloc(0);

function signed(signature: string | undefined, body: Buffer) {
  return { headers: { 'x-twitter-webhooks-signature': signature }, body };
}

const vectors = [
  { name: 'aaa-dm-received', signature: 'sha256=Bqyx9B5NRIMFWKwG3DoUjF8dAT1wLcFRI2TMJYYmVvY=' },
  { name: 'xaa-dm-received', signature: 'sha256=VJlpaoUDdwQsD3tLPryZOmt7gK4TaZYX8X1m2Jumx3M=' },
];

test.each(vectors)('accepts the published vector for $name under an older key too', ({ name, signature }) => {
  const rotating = { signingKeys: ['a-newer-consumer-secret', secrets.x] };
  expect(verify(signed(signature, bytes(name)), rotating)).toBe(true);
});

const valid = 'sha256=Bqyx9B5NRIMFWKwG3DoUjF8dAT1wLcFRI2TMJYYmVvY=';
const body = bytes('aaa-dm-received');
const refusals = [
  { title: 'no signature at all', given: signed(undefined, body), keys: [secrets.x] },
  { title: 'an empty signature', given: signed('', body), keys: [secrets.x] },
  { title: 'the scheme without a digest', given: signed('sha256=', body), keys: [secrets.x] },
  { title: 'the digest without its scheme', given: signed(valid.slice(7), body), keys: [secrets.x] },
  { title: 'another scheme', given: signed(valid.replace('256', '1'), body), keys: [secrets.x] },
  {
    title: 'the digest in hexadecimal',
    given: signed(`sha256=${Buffer.from(valid.slice(7), 'base64').toString('hex')}`, body),
    keys: [secrets.x],
  },
  {
    title: 'one byte more in the body',
    given: signed(valid, Buffer.concat([body, Buffer.from(' ')])),
    keys: [secrets.x],
  },
  {
    title: 'the signature of another delivery',
    given: signed(valid, bytes('xaa-dm-received')),
    keys: [secrets.x],
  },
  { title: 'another key', given: signed(valid, body), keys: ['another-consumer-secret'] },
  { title: 'no key', given: signed(valid, body), keys: [] },
];

test.each(refusals)('refuses $title', ({ given, keys }) => {
  expect(verify(given, { signingKeys: keys })).toBe(false);
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { signedWith } from '../../../functions/channels/hmac.ts';

const meta = 'test-meta-app-secret-0123456789ab';
const x = 'test-x-consumer-secret-0123456789';
const payload = (file: string) => readFileSync(new URL(`../../fixtures/payloads/${file}`, import.meta.url));
const short = Buffer.from('{"object":"page","entry":[{"id":"1","time":1,"changes":[]}]}');
const shortHex = 'bc868c03ec13a93b7423321aad91392ec29bf35246c9c06ac6c4c406432116c6';
const dm = payload('x/aaa-dm-received.json');
const dmBase64 = 'Bqyx9B5NRIMFWKwG3DoUjF8dAT1wLcFRI2TMJYYmVvY=';

type Row = [
  name: string,
  keys: string[],
  body: Buffer,
  encoding: 'hex' | 'base64',
  signature: string,
  signed: boolean,
];
const rows: Row[] = [
  ['accepts a hexadecimal digest', [meta], short, 'hex', shortHex, true],
  ['accepts a digest in capitals', [meta], short, 'hex', shortHex.toUpperCase(), true],
  ['accepts a base64 digest', [x], dm, 'base64', dmBase64, true],
  ['accepts the older of two keys', ['new', meta], short, 'hex', shortHex, true],
  ['accepts the newer of two keys', [meta, 'old'], short, 'hex', shortHex, true],
  ['refuses another key', ['other'], short, 'hex', shortHex, false],
  ['refuses when there is no key', [], short, 'hex', shortHex, false],
  ['refuses another body', [meta], Buffer.from('{}'), 'hex', shortHex, false],
  ['refuses an empty signature', [meta], short, 'hex', '', false],
  ['refuses a digest cut short', [meta], short, 'hex', shortHex.slice(0, -1), false],
  ['refuses a digest with a tail', [meta], short, 'hex', `${shortHex}zz`, false],
  ['refuses a base64 digest of another case', [x], dm, 'base64', dmBase64.toUpperCase(), false],
  ['refuses the right digest in the other encoding', [meta], short, 'base64', shortHex, false],
  ['refuses letters outside ASCII of the same length', [meta], short, 'hex', 'é'.repeat(32), false],
];

describe('signedWith', () => {
  it.each(rows)('%s', (_name, keys, body, encoding, signature, signed) => {
    expect(signedWith(keys, body, encoding, signature)).toBe(signed);
  });

  it('refuses what was signed with an empty key', () => {
    const empty = 'b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad';
    expect(signedWith([''], Buffer.alloc(0), 'hex', empty)).toBe(false);
  });
});

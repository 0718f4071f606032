import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataDeletion, deauthorize } from '../../../../functions/channels/facebook/callbacks.ts';
import { secrets } from '../../../fixtures/recorded.ts';

const secret = { signingKeys: [secrets.facebook] };
const recorded = (name: string) =>
  readFileSync(new URL(`../../../fixtures/payloads/facebook/${name}.form`, import.meta.url));
const request = (method: string, body: Buffer, query = {}) => ({
  ...{ method, body, query },
  url: 'https://desk.example.com/webhooks/facebook/data-deletion',
});

describe('the wish to have data deleted', () => {
  const ask = () => dataDeletion(request('POST', recorded('callback-data-deletion')), secret);

  it('is answered with a code, and with a page that says what became of it', () => {
    const { url, confirmation_code: code } = JSON.parse(ask()?.body ?? '');
    expect(code).toMatch(/^del_[0-9a-f]{20}$/);
    expect(url).toBe(`https://desk.example.com/webhooks/facebook/data-deletion?code=${code}`);
    const page = dataDeletion(request('GET', Buffer.alloc(0), { code }), secret);
    expect(page).toMatchObject({ headers: { 'content-type': 'text/plain; charset=utf-8' } });
    expect(page?.body).toContain(`Your request ${code} to delete`);
  });

  it('has the same code when it is repeated, and no code that tells who it was', () => {
    expect(ask()).toEqual(ask());
    expect(ask()?.body).not.toContain('10220000000000001');
  });

  it('shows nothing of what somebody else wrote into its address', () => {
    const page = dataDeletion(request('GET', Buffer.alloc(0), { code: 'call 555-1234' }), secret);
    expect(page?.body).not.toContain('555');
  });
});

it('hears that somebody took their rights back', () => {
  expect(deauthorize(request('POST', recorded('callback-deauthorize')), secret)).toMatchObject({
    status: 200,
  });
});

it.each([
  { name: 'deletion', callback: dataDeletion },
  { name: 'deauthorization', callback: deauthorize },
])('a $name that Meta did not sign is none', ({ callback }) => {
  const forged = Buffer.from('signed_request=abc.def');
  expect(callback(request('POST', forged), secret)).toBeUndefined();
});

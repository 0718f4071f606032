import { expect, test } from 'vitest';
import { decodeBody } from '../../../../lib/local/platforms/http-body.ts';

const rows: { name: string; type: string | undefined; body: string; decoded: unknown }[] = [
  { name: 'JSON', type: 'application/json; charset=utf-8', body: '{"a":[1]}', decoded: { a: [1] } },
  { name: 'JSON of a vendor', type: 'application/scim+json', body: '{"a":1}', decoded: { a: 1 } },
  { name: 'JSON that is none', type: 'application/json', body: '{"a":', decoded: '{"a":' },
  {
    name: 'a form',
    type: 'application/x-www-form-urlencoded',
    body: 'message=a%2Bb+c&x=',
    decoded: { message: 'a+b c', x: '' },
  },
  { name: 'nothing', type: 'application/json', body: '', decoded: undefined },
  { name: 'text without a type', type: undefined, body: 'hello', decoded: 'hello' },
];

for (const { name, type, body, decoded } of rows) {
  test(`A body of ${name} is decoded`, () => {
    expect(decodeBody(Buffer.from(body), type)).toEqual(decoded);
  });
}

test('A multipart body shows its texts, and of its files only name, type and size', async () => {
  const form = new FormData();
  form.set('message', 'Grüße 📦\r\nsecond line');
  form.set(
    'source',
    new Blob([new Uint8Array([0, 13, 10, 13, 10, 255, 128])], { type: 'image/png' }),
    'photo.png',
  );
  const request = new Request('http://localhost', { method: 'POST', body: form });
  const type = request.headers.get('content-type') ?? '';
  expect(decodeBody(Buffer.from(await request.arrayBuffer()), type)).toEqual({
    message: 'Grüße 📦\r\nsecond line',
    source: { filename: 'photo.png', type: 'image/png', size: 7 },
  });
});

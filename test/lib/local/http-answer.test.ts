import { describe, expect, test } from 'vitest';
import { readAnswer } from '../../../lib/local/http-answer.ts';

describe('what a function answers becomes what the caller gets', () => {
  const rows: [string, unknown, number, string, string | undefined][] = [
    ['text is sent with 200', 'hello', 200, 'hello', 'application/json'],
    ['an object is sent as JSON with 200', { a: 1 }, 200, '{"a":1}', 'application/json'],
    ['a status alone has an empty body', { statusCode: 204 }, 204, '', 'text/plain; charset=utf-8'],
    [
      'headers may have any case',
      { statusCode: 200, headers: { 'Content-Type': 'text/html' }, body: 'x' },
      200,
      'x',
      'text/html',
    ],
    [
      'a body in base64 is decoded',
      { statusCode: 200, body: 'aGk=', isBase64Encoded: true },
      200,
      'hi',
      'text/plain; charset=utf-8',
    ],
    ['a status may be text', { statusCode: '201', body: '' }, 201, '', 'text/plain; charset=utf-8'],
  ];
  test.each(rows)('%s', (_name, value, status, body, type) => {
    const answer = readAnswer(value);
    expect([answer?.status, answer?.body.toString(), answer?.headers['content-type']]).toEqual([
      status,
      body,
      type,
    ]);
  });

  test('cookies become one header each', () => {
    expect(readAnswer({ statusCode: 200, cookies: ['a=1', 'b=2'] })?.headers['set-cookie']).toEqual([
      'a=1',
      'b=2',
    ]);
  });

  test('a status that is none cannot be answered', () => {
    expect(readAnswer({ statusCode: 'fine' })).toBeUndefined();
  });
});

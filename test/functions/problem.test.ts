import { describe, expect, it } from 'vitest';
import { Drop, Reject } from '../../functions/errors.ts';
import { problem } from '../../functions/problem.ts';

const rows = [
  { name: 'a bad request', error: new Reject(400, 'No.'), status: 400, title: 'Bad request', detail: 'No.' },
  { name: 'a refusal', error: new Reject(403, 'No.'), status: 403, title: 'Not allowed', detail: 'No.' },
  {
    name: 'a status without a title of its own',
    error: new Reject(418, 'No.'),
    status: 418,
    title: 'Failed',
    detail: 'No.',
  },
  {
    name: 'an error',
    error: new Error('secret'),
    status: 500,
    title: 'Failed',
    detail: /^Something failed on our side/,
  },
  { name: 'a drop', error: new Drop('secret'), status: 500, title: 'Failed', detail: /^Something failed/ },
  { name: 'something thrown', error: 'secret', status: 500, title: 'Failed', detail: /^Something failed/ },
];

describe('problem', () => {
  it.each(rows)('says of $name what RFC 9457 wants, and the trace id', ({ error, status, title, detail }) => {
    const { statusCode, headers, body } = problem(error, 'trace-1');
    expect(statusCode).toBe(status);
    expect(headers).toEqual({ 'content-type': 'application/problem+json' });
    const document = JSON.parse(body ?? '');
    expect(document).toEqual({
      type: 'about:blank',
      title,
      status,
      detail: expect.stringMatching(detail),
      traceId: 'trace-1',
    });
    expect(body).not.toContain('secret');
  });

  it('carries further members, which cannot pose as the standard ones', () => {
    const { body } = problem(new Reject(409, 'Changed.', { messages: [1], status: 200 }), 'trace-1');
    expect(JSON.parse(body ?? '')).toMatchObject({ messages: [1], status: 409 });
  });

  it('carries the headers that its status needs', () => {
    const { headers } = problem(new Reject(405, 'No.', {}, { allow: 'GET' }), 'trace-1');
    expect(headers).toEqual({ allow: 'GET', 'content-type': 'application/problem+json' });
  });
});

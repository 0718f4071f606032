import { expect, it } from 'vitest';
import { wasWritten } from '../../../../functions/channels/x/network-failure.ts';

const failed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
  'knows that nothing was written before %s',
  (code) => {
    expect(wasWritten(failed(code))).toBe(false);
  },
);

it.each([
  ['a connection that was reset', failed('ECONNRESET')],
  ['a connection that the other side closed', failed('UND_ERR_SOCKET')],
  ['headers that did not come in time', failed('UND_ERR_HEADERS_TIMEOUT')],
  ['a pipe that broke', failed('EPIPE')],
  ['a time limit of the caller', new DOMException('The operation timed out.', 'TimeoutError')],
  ['an abort', new DOMException('This operation was aborted', 'AbortError')],
  ['a failure without a cause', new TypeError('terminated')],
  ['something that is no error', 'ECONNREFUSED'],
])('takes it for possible after %s', (_name, error) => {
  expect(wasWritten(error)).toBe(true);
});

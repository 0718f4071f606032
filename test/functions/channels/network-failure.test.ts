import { expect, it } from 'vitest';
import { neverLeft } from '../../../functions/channels/network-failure.ts';

const failed = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) });

it.each([
  ['a refused connection', failed('ECONNREFUSED'), true],
  ['a host that does not exist', failed('ENOTFOUND'), true],
  ['a name server that is away', failed('EAI_AGAIN'), true],
  ['a connection that took too long to open', failed('UND_ERR_CONNECT_TIMEOUT'), true],
  ['a reset', failed('ECONNRESET'), false],
  ['a connection that was closed', failed('UND_ERR_SOCKET'), false],
  ['our own time limit', new DOMException('too slow', 'TimeoutError'), false],
  ['a failure without a code', new TypeError('fetch failed'), false],
  ['something that is no error', 'fetch failed', false],
])('knows whether %s came before the call left', (_name, error, left) => {
  expect(neverLeft(error)).toBe(left);
});

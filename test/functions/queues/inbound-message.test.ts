import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inboundMessage, readInboundMessage } from '../../../functions/queues/inbound-message.ts';

const arrival = { channel: 'x' as const, traceId: 'trace-1', receivedAt: '2026-11-20T10:15:05.000Z' };
const fragment = (body: unknown) => ({
  accountId: '18',
  threadKey: 'x:18:ines',
  dedupKey: 'x:18:post:1',
  body,
});

/** What every implementation of SQS takes in a message: the reference allows more, but not half a surrogate pair. */
const ACCEPTED = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD]*$/;

describe('a message of the inbound queue', () => {
  it('lies in the group of its thread, once per event', () => {
    const { group, dedup, delay } = inboundMessage(fragment({}), arrival);
    expect({ group, dedup, delay }).toEqual({ group: 'x:18:ines', dedup: 'x:18:post:1', delay: undefined });
  });

  it('comes out as it went in, and holds no character that SQS refuses', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        const sent = inboundMessage(fragment(body), arrival).body;
        expect(sent).toMatch(ACCEPTED);
        expect(readInboundMessage(sent)).toEqual({ ...arrival, body: JSON.parse(JSON.stringify(body)) });
      }),
    );
  });

  const rows = [
    {
      name: 'control characters',
      text: Array.from({ length: 32 }, (_, n) => String.fromCharCode(n)).join(''),
    },
    { name: 'U+FFFE and U+FFFF', text: 'a\uFFFEb\uFFFFc' },
    { name: 'half of a surrogate pair', text: '\uD83D and \uDE00' },
    { name: 'a whole one', text: '😀' },
    { name: 'delete and the controls above it', text: '\u007F\u0080\u009F' },
    { name: 'line separators', text: '\u2028\u2029' },
    { name: 'characters beyond the first plane that end in FFFE', text: '\u{1FFFE}\u{10FFFF}' },
  ];

  it.each(rows)('keeps $name', ({ text }) => {
    const sent = inboundMessage(fragment({ text }), arrival).body;
    expect(sent).toMatch(ACCEPTED);
    expect(readInboundMessage(sent).body).toEqual({ text });
  });

  const foreign = ['not json at all', '{}', '{"channel":"telegraph","traceId":"t","receivedAt":"r"}', 'null'];

  it.each(foreign)('of somebody else is an error: %s', (body) => {
    expect(() => readInboundMessage(body)).toThrow();
  });

  it('that is no JSON is not quoted by the error, which goes into the log', () => {
    expect(() => readInboundMessage('Dear desk, my parcel')).toThrow(/^(?!.*parcel)/s);
  });
});

import { describe, expect, it } from 'vitest';
import { OutboundMessage, outboundMessage } from '../../../functions/queues/outbound-message.ts';

const DUE = '2026-11-20T10:00:00.000Z';
const message = { messageId: 'C1.M1', traceId: 'trace-1' };

describe('outboundMessage', () => {
  it('lies in the group of its conversation, so that what an agent wrote leaves in order', () => {
    const { group, body } = outboundMessage(message, DUE);
    expect(group).toBe('C1');
    expect(OutboundMessage.parse(JSON.parse(body))).toEqual(message);
  });

  it('is taken once for each time at which it is due', () => {
    const dedup = (due: string) => outboundMessage(message, due).dedup;
    expect(dedup(DUE)).toBe(dedup(DUE));
    expect(dedup(DUE)).not.toBe(dedup('2026-11-20T10:00:03.000Z'));
    expect(dedup(DUE)).toMatch(/^[!-~]{1,128}$/);
  });
});

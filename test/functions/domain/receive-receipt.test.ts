import { describe, expect, it } from 'vitest';
import type { Message } from '../../../functions/domain/message.ts';
import { receiveReceipt } from '../../../functions/domain/receive-receipt.ts';
import { aCause, aConversation, aMessage, announced, aReceiptEvent, at } from './desk.ts';

const ours = (changes: Partial<Message> = {}) =>
  aMessage({
    id: 'c-ada.a1',
    nativeId: 'a1',
    direction: 'outbound',
    visibility: 'private',
    at: at('10:30'),
    state: 'sent',
    ...changes,
  });
const receive = (event: Parameters<typeof aReceiptEvent>[0], ...recent: Message[]) =>
  receiveReceipt(aReceiptEvent(event), { conversation: aConversation(), recent }, aCause());

describe('a receipt', () => {
  it.each([
    {
      name: 'delivered',
      receipt: 'delivered' as const,
      changed: { state: 'delivered', deliveredAt: at('11:00') },
      event: 'message.delivered',
    },
    {
      name: 'read',
      receipt: 'read' as const,
      changed: { state: 'read', readAt: at('11:00') },
      event: 'message.read',
    },
  ])('tells that what we wrote was $name', ({ receipt, changed, event }) => {
    const change = receive({ receipt }, ours());
    expect(change?.changedMessages).toEqual([{ ...ours(), ...changed }]);
    expect(announced(change)).toEqual([event]);
  });

  it.each([
    { name: 'an unconfirmed message of ours', message: ours({ state: 'unconfirmed' }), takes: true },
    { name: 'one that is being sent', message: ours({ state: 'sending' }), takes: true },
    {
      name: 'one of which nobody knows whether it arrived',
      message: ours({ state: 'unconfirmed', nativeId: undefined }),
      takes: false,
    },
    {
      name: 'one that is being sent and has no id of the platform yet',
      message: ours({ state: 'sending', nativeId: undefined }),
      takes: false,
    },
    { name: 'a delivered one', message: ours({ state: 'delivered' }), takes: true },
    { name: 'one of the receipt’s own instant', message: ours({ at: at('11:00') }), takes: true },
    { name: 'a later one', message: ours({ at: at('11:00:00.001') }), takes: false },
    { name: 'one that was read already', message: ours({ state: 'read' }), takes: false },
    { name: 'one that never left', message: ours({ state: 'failed' }), takes: false },
    { name: 'one that has not left yet', message: ours({ state: 'queued' }), takes: false },
    { name: 'a public one', message: ours({ visibility: 'public' }), takes: false },
    { name: 'one of the person’s', message: aMessage({ visibility: 'private' }), takes: false },
  ])('of reading is taken or not by $name', ({ message, takes }) => {
    expect(receive({ receipt: 'read' }, message) !== undefined).toBe(takes);
  });

  it('of delivery comes too late for what was read', () => {
    expect(receive({ receipt: 'delivered' }, ours({ state: 'read' }))).toBeUndefined();
    expect(receive({ receipt: 'delivered' }, ours({ state: 'delivered' }))).toBeUndefined();
  });

  it('concerns the messages that it names, whenever they were said, and no others', () => {
    const [named, other] = [ours({ at: at('12:00') }), ours({ id: 'c-ada.a2', nativeId: 'a2' })];
    const change = receive({ nativeIds: ['a1'] }, named, other, ours({ nativeId: undefined }));
    expect(change?.changedMessages.map(({ nativeId }) => nativeId)).toEqual(['a1']);
  });
});

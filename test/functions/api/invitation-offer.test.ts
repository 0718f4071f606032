import { describe, expect, it } from 'vitest';
import { invitationOffer, latestQuestion } from '../../../functions/api/invitation-offer.ts';
import { senderOf } from '../../../functions/channels/senders.ts';
import type { Message } from '../../../functions/domain/message.ts';
import { NOW, sampleConversation, sampleMessage } from '../store/sample.ts';

const conversation = sampleConversation('invited', { channel: 'facebook' });
const at = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString();
const question = (key: string, fields: Partial<Message> = {}) => sampleMessage(conversation, key, fields);
const invitation = (state: Message['state'], fields: Partial<Message['outbound']> = {}) =>
  question('invitation', {
    state,
    direction: 'outbound',
    outbound: { leavesAt: NOW, attempts: 0, ...fields },
  });

describe('the latest question', () => {
  const rows: { name: string; recent: Message[]; found: string | undefined }[] = [
    { name: 'is the last public message of the person', recent: [question('a'), question('b')], found: 'b' },
    {
      name: 'is no private one',
      recent: [question('a'), question('b', { visibility: 'private' })],
      found: 'a',
    },
    {
      name: 'is none of ours',
      recent: [question('a'), question('b', { direction: 'outbound' })],
      found: 'a',
    },
    {
      name: 'is none that was deleted',
      recent: [question('a'), question('b', { deletedAt: NOW })],
      found: 'a',
    },
    { name: 'is missing where nobody asked in public', recent: [], found: undefined },
  ];

  it.each(rows)('$name', ({ recent, found }) => {
    expect(latestQuestion(recent)?.nativeId).toBe(found);
  });
});

describe('an invitation', () => {
  const facebook = senderOf('facebook');
  const { id: invitedBy } = invitation('sent');
  const refusal = { code: 'facebook:not-replyable', explanation: 'No.', advice: 'Answer in public.' };
  const rows: { name: string; recent: Message[]; now?: string; channel?: string; reason?: string }[] = [
    { name: 'is offered for seven days, to the last instant', recent: [question('a')], now: at(7 * 24 * 60) },
    {
      name: 'is over after seven days',
      recent: [question('a')],
      now: at(7 * 24 * 60 + 1),
      reason: 'facebook:invitation-late',
    },
    {
      name: 'is one for each message',
      recent: [question('a', { invitedBy }), invitation('sent')],
      reason: 'hark:invited',
    },
    {
      name: 'counts though it is too long ago to be seen here',
      recent: [question('a', { invitedBy: 'elsewhere' })],
      reason: 'hark:invited',
    },
    {
      name: 'that waits counts',
      recent: [question('a', { invitedBy }), invitation('queued')],
      reason: 'hark:invited',
    },
    {
      name: 'that was taken back counts not',
      recent: [question('a', { invitedBy }), invitation('cancelled')],
    },
    {
      name: 'that failed says why',
      recent: [question('a', { invitedBy }), invitation('failed', { refusal })],
      reason: 'facebook:not-replyable',
    },
    { name: 'needs a question', recent: [], reason: 'hark:no-question' },
    {
      name: 'needs a channel that sends',
      recent: [question('a')],
      channel: 'fax',
      reason: 'hark:no-invitations',
    },
  ];

  it.each(rows)('$name', ({ recent, now = NOW, channel, reason }) => {
    const sender = channel === undefined ? facebook : senderOf(channel);
    const offer = invitationOffer(conversation, recent, sender, now);
    expect(offer.available ? undefined : offer.reason.code).toBe(reason);
    if (offer.available) expect(offer.until).toBe(at(7 * 24 * 60));
  });

  it('has no end on X, but needs to be called for there', () => {
    const onX = sampleConversation('invited on X');
    const x = senderOf('x');
    const offer = invitationOffer(onX, [question('a', { addressesUs: true })], x, at(100_000));
    expect(offer).toMatchObject({ available: true });
    expect(offer).not.toHaveProperty('until');
    const uncalled = invitationOffer(onX, [question('a', { addressesUs: false })], x, NOW);
    expect(uncalled).toMatchObject({ available: false, reason: { code: 'x:not-summoned' } });
  });
});

import { describe, expect, it } from 'vitest';
import { parseMessaging } from '../../../../functions/channels/facebook/parse-messaging.ts';

const parties = { sender: { id: '720' }, recipient: { id: '108' } };
const understood = (event: unknown, time: number | undefined = 1795169700523) =>
  parseMessaging({ source: 'messaging', page: '108', time, event });

describe('parseMessaging', () => {
  it.each([
    [
      'a referral',
      { referral: { ref: 'qr-box' } },
      { kind: 'ignored', reason: 'facebook: messaging referral' },
    ],
    ['a consent', { optin: { ref: 'x' } }, { kind: 'ignored', reason: 'facebook: messaging optin' }],
    [
      'a linked account',
      { account_linking: { status: 'linked' } },
      { kind: 'ignored', reason: 'facebook: messaging account_linking' },
    ],
    ['an order', { order: { products: [] } }, { kind: 'ignored', reason: 'facebook: messaging order' }],
    [
      'a rating of an answer',
      { response_feedback: { feedback: 'Good response' } },
      { kind: 'ignored', reason: 'facebook: messaging response_feedback' },
    ],
    ['a key that is new', { telepathy: {} }, { kind: 'unknown', reason: 'facebook: messaging other' }],
    ['nothing at all', {}, { kind: 'unknown', reason: 'facebook: messaging other' }],
    [
      'a policy notice of the older spelling',
      { 'policy-enforcement': { action: 'unblock' } },
      { kind: 'account', notice: 'policy', detail: 'unblock' },
    ],
    [
      'roles of apps',
      { app_roles: { 990: [] } },
      { kind: 'account', notice: 'thread-control', detail: 'app_roles' },
    ],
    [
      'a message that came by an advertisement',
      { message: { mid: 'm_1', text: 'Hm' }, referral: {} },
      { kind: 'message', text: 'Hm' },
    ],
  ])('understands %s', (_name, members, event) => {
    expect(understood({ ...parties, timestamp: 1795169700123, ...members })).toMatchObject({
      channel: 'facebook',
      accountId: '108',
      at: '2026-11-20T10:15:00.123Z',
      ...event,
    });
  });

  it('goes by the entry when the event has no instant', () => {
    expect(understood({ ...parties, message: { mid: 'm_1', text: 'Hm' } }).at).toBe(
      '2026-11-20T10:15:00.523Z',
    );
  });

  it.each([
    ['what is no object', 'words', 1795169700523, 'facebook: unreadable messaging event'],
    ['a list', [], 1795169700523, 'facebook: unreadable messaging event'],
    ['an event without an instant', parties, -1, 'facebook: messaging event without time'],
  ])('drops %s', (_name, event, time, reason) => {
    expect(() => understood(event, time)).toThrow(expect.objectContaining({ name: 'Drop', reason }));
  });
});

import { describe, expect, it } from 'vitest';
import { parsePolicy, threadControl } from '../../../../functions/channels/facebook/account-notices.ts';

const base = { channel: 'facebook', accountId: '108', at: '2026-11-20T10:15:00.123Z' } as const;
const happening = { base, sender: '720', recipient: '108' };

describe('account notices', () => {
  it.each([
    [
      'a block and its reason',
      parsePolicy(happening, { action: 'block', reason: 'Spam' }),
      'policy',
      'block: Spam',
    ],
    ['a block without a reason', parsePolicy(happening, { action: 'block' }), 'policy', 'block'],
    ['an empty policy notice', parsePolicy(happening, {}), 'policy', 'notice'],
    [
      'a thread passed on, without the other app’s words',
      threadControl('pass_thread_control')(happening, { new_owner_app_id: 9, metadata: 'secret' }),
      'thread-control',
      'pass_thread_control: app 9',
    ],
    [
      'roles that changed',
      threadControl('app_roles')(happening, { 990: ['primary_receiver'] }),
      'thread-control',
      'app_roles',
    ],
  ])('tells of %s', (_name, event, notice, detail) => {
    expect(event).toEqual({ ...base, kind: 'account', notice, detail });
  });

  it('drops notices that are no objects', () => {
    expect(() => parsePolicy(happening, 'block')).toThrow(
      expect.objectContaining({ reason: 'facebook: unreadable policy notice' }),
    );
    expect(() => threadControl('app_roles')(happening, null)).toThrow(
      expect.objectContaining({ reason: 'facebook: unreadable thread control' }),
    );
  });
});

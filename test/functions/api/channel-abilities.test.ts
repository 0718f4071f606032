import { describe, expect, it } from 'vitest';
import { channelAbilities } from '../../../functions/api/channel-abilities.ts';
import { senderOf } from '../../../functions/channels/senders.ts';

describe('channelAbilities', () => {
  it('tells how a channel counts, and how much it takes', () => {
    expect(channelAbilities(senderOf('x'))).toMatchObject({
      limits: { text: { public: 280 }, counts: { public: 'weighted', private: 'utf-16' } },
    });
  });

  it('offers what a platform does, and nothing else', () => {
    expect(channelAbilities(senderOf('facebook')).actions).toEqual({
      theirs: { public: ['hide', 'unhide', 'like', 'delete'], private: [] },
      ours: { public: ['like', 'delete', 'edit'], private: [] },
    });
    expect(channelAbilities(senderOf('x')).actions).toEqual({
      theirs: { public: ['hide', 'unhide'], private: [] },
      ours: { public: ['delete'], private: [] },
    });
  });

  it('has nothing to tell of a channel that Hark does not send to', () => {
    expect(channelAbilities(undefined)).toEqual({});
  });
});

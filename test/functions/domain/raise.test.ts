import { describe, expect, it } from 'vitest';
import { raised } from '../../../functions/domain/raise.ts';
import { aConversation, announced, at, conversationAfter } from './desk.ts';

const crowd = { perMinute: 12, usual: 1, at: at('10:00') };

describe('a conversation whose post draws a crowd', () => {
  it('rises, and its activity says why', () => {
    const change = raised(aConversation(), crowd, at('10:01'));
    expect(conversationAfter(change).crowd).toEqual(crowd);
    expect(announced(change)).toEqual(['conversation.raised']);
  });

  it('rises again for a later one, and not for the same or an earlier', () => {
    const risen = aConversation({ crowd });
    expect(raised(risen, { ...crowd, at: at('11:00') }, at('11:01'))).toBeDefined();
    expect(raised(risen, crowd, at('11:01'))).toBeUndefined();
    expect(raised(risen, { ...crowd, at: at('09:00') }, at('11:01'))).toBeUndefined();
  });

  it('does not rise once it is resolved', () => {
    expect(raised(aConversation({ status: 'resolved' }), crowd, at('10:01'))).toBeUndefined();
  });
});

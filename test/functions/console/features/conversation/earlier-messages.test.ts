import { describe, expect, it } from 'vitest';
import { slide } from '../../../../../functions/console/features/conversation/earlier-messages.ts';
import { message } from '../../rows.ts';

const said = (ids: string) => [...ids].map((id) => message(id));

describe('slide', () => {
  it.each([
    ['keeps the message that a new one pushed out of the window', 'cdef', 'defg', 'abc'],
    ['keeps all that a burst pushed out', 'cdef', 'fghi', 'abcde'],
    ['keeps what it has while the window only grows', 'cdef', 'cdefg', 'ab'],
    ['keeps what it has when a message is read again', 'cdef', 'cdef', 'ab'],
    ['does not mind a message that came late', 'cdef', 'xdef', 'abc'],
  ])('%s', (_, before, after, kept) => {
    const earlier = { messages: said('ab'), hasEarlier: true };
    const slid = slide(earlier, said(before), said(after));
    expect(slid?.messages.map(({ id }) => id).join('')).toBe(kept);
    expect(slid?.hasEarlier).toBe(true);
  });

  it('begins anew when more came in than the desk gives, for what lies between was never read', () => {
    expect(slide({ messages: said('ab'), hasEarlier: false }, said('cdef'), said('mnop'))).toBeUndefined();
  });
});

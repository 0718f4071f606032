import { describe, expect, it } from 'vitest';
import { doerOf, nameOf, withoutDoing } from '../../../functions/domain/deed.ts';
import { aMessage, at } from './desk.ts';

const doing = { deed: 'hide' as const, agentId: 'agent-1', at: at('11:00') };

describe('who is doing something to a message', () => {
  it.each([
    {
      name: 'the agent who noted it',
      message: aMessage({ doing }),
      now: at('11:00:59.999'),
      doer: 'agent-1',
    },
    { name: 'nobody after a minute', message: aMessage({ doing }), now: at('11:01'), doer: undefined },
    {
      name: 'nobody who does something else',
      message: aMessage({ doing: { ...doing, deed: 'like' } }),
      now: at('11:00'),
      doer: undefined,
    },
    { name: 'nobody when nothing was noted', message: aMessage(), now: at('11:00'), doer: undefined },
  ])('$name', ({ message, now, doer }) => {
    expect(doerOf(message, 'hide', now)).toBe(doer);
  });

  it('is forgotten with the note', () => {
    expect(withoutDoing(aMessage({ doing }))).toEqual(aMessage());
  });
});

describe('nameOf', () => {
  it('calls an edit an edit, and everything else as it is called', () => {
    expect([nameOf({ edit: 'Mended.' }), nameOf('hide')]).toEqual(['edit', 'hide']);
  });
});

import { describe, expect, it } from 'vitest';
import { affectedBy, proposal } from '../../../functions/domain/propose-affected.ts';
import { later, NOW } from './sample-broadcast.ts';

const open = { state: 'open' } as const;
const incident = { ...open, id: 'i1', words: ['booking', 'cannot pay'], openedAt: NOW };
const app = [{ id: 'app', name: 'Travel app' }];
const said = (text: string, at = later(60), more: object = {}) => ({
  conversation: { id: 'c1', ...more },
  said: [{ text, at }],
});

describe('a conversation may belong to an incident', () => {
  it.each([
    { name: 'a word of it', heard: said('The BOOKING fails'), first: 'It says “booking”.' },
    { name: 'a phrase of it', heard: said('I cannot pay!'), first: 'It says “cannot pay”.' },
    { name: 'several', heard: said('booking, and I cannot pay'), first: 'It says “booking”, “cannot pay”.' },
    {
      name: 'what is affected',
      heard: said('your travel app is dead'),
      first: 'It names “Travel app”, which is affected.',
    },
    { name: 'a word not long before', heard: said('booking?', later(-3600)), first: 'It says “booking”.' },
  ])('because of $name', ({ heard, first }) => {
    expect(affectedBy(heard, incident, app)?.reasons[0]).toBe(first);
  });

  it.each([
    { name: 'it says nothing of it', heard: said('I like your hotels') },
    { name: 'it holds the word within another', heard: said('overbooking everywhere') },
    { name: 'it was said more than a day before', heard: said('booking?', later(-86_401)) },
    { name: 'its person is blocked', heard: said('booking', NOW, { blocked: true }) },
    { name: 'it belongs to one already', heard: said('booking', NOW, { incidentId: 'i2' }) },
  ])('but not when $name', ({ heard }) => {
    expect(affectedBy(heard, incident, app)).toBeUndefined();
  });

  it('but not to one that is resolved', () => {
    expect(affectedBy(said('booking'), { ...incident, state: 'resolved' }, app)).toBeUndefined();
  });

  it('by what was said lately in it, whatever was spoken of long before', () => {
    const heard = {
      conversation: { id: 'c1' },
      said: [
        { text: 'booking went well, thanks', at: later(-90 * 86_400) },
        { text: 'where is my parcel?', at: later(-7200) },
        { text: 'and now the booking fails', at: later(-120) },
        { text: 'the Travel app is dead, too', at: later(-60) },
      ],
    };
    const suspicion = affectedBy(heard, incident, app);
    expect(suspicion?.reportedAt).toBe(later(-120));
    expect(suspicion?.reasons).toEqual([
      'It says “booking”.',
      'It names “Travel app”, which is affected.',
      'It was said 2 minutes before the incident was declared.',
    ]);
  });

  it('and is proposed with when it was reported', () => {
    const heard = said('booking', later(-60));
    const suspicion = affectedBy(heard, incident, []) ?? { reasons: [], reportedAt: '' };
    expect(proposal('i1', heard, suspicion, NOW)).toEqual({
      ...{
        incidentId: 'i1',
        conversationId: 'c1',
        state: 'proposed',
        proposedAt: NOW,
        reportedAt: later(-60),
      },
      reasons: ['It says “booking”.', 'It was said 1 minute before the incident was declared.'],
    });
  });
});

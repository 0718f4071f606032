import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../functions/domain/conversation.ts';
import { moveBetweenViews, viewsOf } from '../../../functions/domain/counted-views.ts';
import { aConversation, at, aWaitingConversation } from './desk.ts';

const spam: Conversation['triage'] = {
  reason: 'feedback',
  sentiment: 'neutral',
  urgency: 0,
  language: 'en',
  needsReply: false,
  spam: true,
  topics: [],
};

describe('the counted views of a conversation', () => {
  const rows: { name: string; conversation: Conversation; views: string[] }[] = [
    {
      name: 'open',
      conversation: aConversation(),
      views: ['desk//open', 'desk//open-x', 'team/support/open'],
    },
    {
      name: 'owned',
      conversation: aConversation({ ownerId: 'mary' }),
      views: ['desk//open', 'desk//open-x', 'team/support/open', 'agent/mary/open'],
    },
    {
      name: 'waited in',
      conversation: aWaitingConversation(),
      views: [
        'desk//open',
        'desk//open-x',
        'team/support/open',
        'desk//unanswered',
        'desk//unanswered-x',
        'waiting/2026-11-20/10',
      ],
    },
    {
      name: 'put aside',
      conversation: aConversation({ status: 'snoozed', ownerId: 'mary' }),
      views: ['desk//snoozed'],
    },
    {
      name: 'resolved, and somebody is asked to look',
      conversation: aConversation({ status: 'resolved', mentioned: ['ken'] }),
      views: ['agent/ken/mentioned'],
    },
    { name: 'spam', conversation: aWaitingConversation({ triage: spam }), views: ['desk//spam'] },
    { name: 'blocked', conversation: aWaitingConversation({ blocked: true, mentioned: ['ken'] }), views: [] },
  ];

  it.each(rows)('are known for one that is $name', ({ conversation, views }) => {
    expect(viewsOf(conversation)).toEqual(views);
  });
});

describe('a move between views', () => {
  it('is what a conversation left and entered', () => {
    const answered = aConversation({ ownerId: 'mary', lastMessageAt: at('11:00') });
    expect(moveBetweenViews(aWaitingConversation(), answered)).toEqual({
      left: ['desk//unanswered', 'desk//unanswered-x', 'waiting/2026-11-20/10'],
      entered: ['agent/mary/open'],
    });
  });

  it('is all that a new one enters, and nothing for one that stays', () => {
    expect(moveBetweenViews(undefined, aConversation())?.left).toEqual([]);
    expect(moveBetweenViews(aConversation(), aConversation({ preview: 'Other words' }))).toBeUndefined();
  });
});

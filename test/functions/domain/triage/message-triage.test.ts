import { describe, expect, it } from 'vitest';
import type { ConversationTriage } from '../../../../functions/domain/triage/labels.ts';
import {
  asksNothing,
  overviewOf,
  readerOf,
  withHeard,
  withTriage,
} from '../../../../functions/domain/triage/message-triage.ts';
import { aCause, aConversation, aMessage, at, aWaitingConversation } from '../desk.ts';
import { sampleTriage } from './sample-triage.ts';

const { confidence: _, words: __, ...complaint } = sampleTriage;
const thanks: ConversationTriage = {
  ...complaint,
  reason: 'satisfaction',
  sentiment: 'positive',
  urgency: 0,
  needsReply: false,
  topics: [],
};

describe('a message as a whole', () => {
  const reader = (needsReply: boolean, spam = false) =>
    readerOf(() => ({ ...sampleTriage, needsReply, spam }));
  const asked = { text: 'ok', attachments: [] };

  it.each([
    {
      name: 'a photo beside words',
      message: { ...asked, attachments: [{ type: 'image' as const }] },
      needs: true,
    },
    {
      name: 'a voice message',
      message: { text: '', attachments: [{ type: 'audio' as const }] },
      needs: true,
    },
    { name: 'a tapped button', message: { ...asked, kind: 'postback' as const }, needs: true },
    { name: 'what nobody can read', message: { text: '', attachments: [] }, needs: true },
    { name: 'a sticker', message: { text: '', attachments: [{ type: 'sticker' as const }] }, needs: false },
    { name: 'a shared link', message: { ...asked, attachments: [{ type: 'link' as const }] }, needs: false },
    { name: 'words alone', message: asked, needs: false },
  ])('$name: needs a reply, $needs', ({ message, needs }) => {
    expect(reader(false)(message, 'x').needsReply).toBe(needs);
    expect(reader(true)(message, 'x').needsReply).toBe(true);
  });

  it('is spam with a photo too', () => {
    expect(reader(false, true)({ ...asked, attachments: [{ type: 'image' }] }, 'x').needsReply).toBe(false);
  });
});

describe('what is read', () => {
  const cause = aCause({ triage: () => sampleTriage });

  it('is kept with what a customer says', () => {
    expect(withTriage(aMessage(), 'x', cause).triage).toEqual(sampleTriage);
  });

  it.each([
    { name: 'of ours', message: aMessage({ direction: 'outbound' }) },
    { name: 'that is deleted', message: aMessage({ deletedAt: at('11:00') }) },
  ])('is nothing of a message $name', ({ message }) => {
    expect(withTriage(message, 'x', cause)).toBe(message);
  });

  it('says whether somebody waits', () => {
    expect(asksNothing({})).toBe(false);
    expect(asksNothing({ triage: sampleTriage })).toBe(false);
    expect(asksNothing({ triage: { ...sampleTriage, needsReply: false } })).toBe(true);
  });
});

describe('several messages', () => {
  it('are as serious as the worst, and as urgent as the most urgent', () => {
    const question: ConversationTriage = {
      ...complaint,
      reason: 'inquiry',
      sentiment: 'neutral',
      urgency: 0.9,
      topics: ['gate'],
    };
    expect(overviewOf([complaint, question])).toMatchObject({
      reason: 'problem',
      sentiment: 'negative',
      urgency: 0.9,
      topics: ['gate', 'app', 'login'],
    });
  });

  it('are not made better by thanks', () => {
    expect(overviewOf([complaint, thanks])).toEqual(complaint);
  });

  it('are spam only if all of them are', () => {
    const spam = { ...complaint, spam: true, needsReply: false };
    expect(overviewOf([spam])?.spam).toBe(true);
    expect(overviewOf([spam, complaint])).toEqual(complaint);
    expect(overviewOf([])).toBeUndefined();
  });

  it('count as long as they wait', () => {
    const read = aMessage({ id: 'c-ada.m2', triage: { ...sampleTriage, ...thanks } });
    expect(withHeard(aWaitingConversation({ triage: complaint }), read).triage).toEqual(complaint);
    expect(withHeard(aConversation({ triage: complaint }), read).triage).toEqual(thanks);
    expect(withHeard(aConversation({ triage: complaint }), aMessage()).triage).toEqual(complaint);
  });
});

import { describe, expect, it } from 'vitest';
import { lookForInvitation, sendInvitation } from '../../../../functions/channels/facebook/private-reply.ts';
import { graphTime, NOON, order, PAGE, picture, scriptedGraph } from './scripted-graph.ts';

const since = new Date(NOON - 60_000).toISOString();
const invitation = order({ invitation: true, personId: '2510' });
const taken = { recipient_id: '720', message_id: 'm_1' };
const ines = { id: '1221_889', from: { name: 'Ines Okoro' } };

/** The page's latest conversation, in which it said this half a minute ago. */
const thread = (name: string | undefined, message: object = { message: 'We are on it.' }) => ({
  data: [
    {
      updated_time: graphTime(-30),
      participants: {
        data: [
          { id: '720', name },
          { id: PAGE, name: 'Larkspur Supply' },
        ],
      },
      messages: { data: [{ id: 'm_1', from: { id: PAGE }, created_time: graphTime(-30), ...message }] },
    },
  ],
});

describe('an invitation', () => {
  it.each([
    ['a comment', invitation, { comment_id: '1221_889' }, { text: 'We are on it.' }],
    ['a post', { ...invitation, inReplyTo: '108_1221' }, { post_id: '108_1221' }, { text: 'We are on it.' }],
    [
      'a comment, as a picture',
      { ...invitation, text: '', media: [picture] },
      { comment_id: '1221_889' },
      { attachment: { type: 'image', payload: { url: picture.url } } },
    ],
  ])('answers %s', async (_name, given, recipient, content) => {
    const { access, asked } = scriptedGraph(taken);
    expect(await sendInvitation(given, access)).toEqual({
      outcome: 'sent',
      nativeId: 'm_1',
      personId: '720',
    });
    expect(asked).toMatchObject([{ body: { recipient, message: { ...content, metadata: 'c1.m1' } } }]);
  });

  it.each([
    ['was ours', [ines, thread('Ines Okoro')], { outcome: 'sent', nativeId: 'm_1', personId: '720' }],
    ['went to somebody else', [ines, thread('Mei Lindqvist')], { outcome: 'failed' }],
    ['said something else', [ines, thread('Ines Okoro', { message: 'Hi!' })], { outcome: 'failed' }],
    ['was to an author without a name', [{ id: '1221_889' }, thread(undefined)], { outcome: 'failed' }],
    ['was to a comment that is gone', [{ code: 100, subcode: 33 }], { outcome: 'failed' }],
    ['cannot be looked for', [500], { outcome: 'unconfirmed' }],
    ['cannot be looked for in Messenger', [ines, { code: 613 }], { outcome: 'unconfirmed' }],
  ])('that Facebook takes for the second: the first %s', async (_name, answers, outcome) => {
    const { access } = scriptedGraph({ code: 10900 }, ...answers);
    expect(await sendInvitation(invitation, access)).toMatchObject(outcome);
  });
});

describe('a look for an invitation', () => {
  it.each([
    ['finds it', [ines, thread('Ines Okoro')], 'yes'],
    ['passes the same words to somebody else', [ines, thread('Mei Lindqvist')], 'no'],
    [
      'passes what was said before',
      [ines, thread('Ines Okoro', { message: 'We are on it.', created_time: graphTime(-66) })],
      'no',
    ],
    ['knows no author', [{ id: '1221_889' }], 'no'],
    ['cannot ask for the author', [503], 'unknown'],
    ['cannot ask Messenger', [ines, 503], 'unknown'],
  ])('%s', async (_name, answers, found) => {
    const { access } = scriptedGraph(...answers);
    expect((await lookForInvitation(invitation, access, since)).found).toBe(found);
  });
});

import { describe, expect, it } from 'vitest';
import { lookForMessage, post, sendMessage } from '../../../../functions/channels/facebook/messenger.ts';
import { graphTime, NOON, order, PAGE, picture, scriptedGraph } from './scripted-graph.ts';

const since = new Date(NOON - 180_000).toISOString();
const taken = (mid: string) => ({ recipient_id: '720', message_id: mid });
const closed = { code: 10, subcode: 2018278 };

/** A conversation in which our page said these things a minute ago. */
const said = (...messages: object[]) => ({
  data: [
    {
      updated_time: graphTime(-60),
      messages: {
        data: messages.map((message, index) => ({
          id: `m_${index}`,
          from: { id: PAGE },
          created_time: graphTime(-60),
          ...message,
        })),
      },
    },
  ],
});

describe('a private message', () => {
  it('is given to Messenger with our id', async () => {
    const { access, asked } = scriptedGraph(taken('m_1'));
    expect(await sendMessage(order(), access)).toEqual({ outcome: 'sent', nativeId: 'm_1', personId: '720' });
    const body = {
      recipient: { id: '720' },
      messaging_type: 'RESPONSE',
      message: { text: 'We are on it.', metadata: 'c1.m1' },
    };
    expect(asked).toEqual([{ method: 'POST', path: '108/messages', query: {}, body }]);
  });

  it('asks for the longer window once', async () => {
    const { access, asked } = scriptedGraph(closed, closed);
    expect(await sendMessage(order(), access)).toMatchObject({ refusal: { code: 'facebook:window-closed' } });
    expect(asked).toHaveLength(2);
  });

  it('asks nothing outside of all windows', async () => {
    const { access, asked } = scriptedGraph();
    expect(await sendMessage(order({ lastInboundAt: undefined }), access)).toMatchObject({
      outcome: 'failed',
    });
    expect(asked).toEqual([]);
  });

  it.each([
    ['a limit', { code: 613 }, 'unconfirmed'],
    ['a dead token', { code: 190 }, 'unconfirmed'],
    ['a failure', 500, 'unconfirmed'],
    ['a block', { code: 551 }, 'failed'],
  ])('never begins anew after its pictures: %s', async (_name, trouble, outcome) => {
    const { access } = scriptedGraph(taken('m_1'), trouble);
    const refused = await sendMessage(order({ media: [picture] }), access);
    expect(refused).toMatchObject({ outcome, refusal: { explanation: /the text did not/ } });
  });
});

describe('media that Meta could not fetch', () => {
  const content = { media: [picture], reference: 'c1.m1' };
  const notFetched = { code: 100, subcode: 2018008 };

  it.each([
    ['is there at the second try', [notFetched, taken('m_1')], 'sent'],
    ['is given up after two', [notFetched, notFetched], 'failed'],
    ['is not fetched again for other reasons', [{ code: 100, subcode: 2018109 }], 'failed'],
  ])('%s', async (_name, answers, outcome) => {
    const { access, asked } = scriptedGraph(...answers);
    expect((await post({ recipient: { id: '720' } }, content, access)).outcome).toBe(outcome);
    expect(asked).toHaveLength(answers.length);
  });
});

describe('a look for a private message', () => {
  const both = order({ media: [picture] });
  const image = { message: '', attachments: { data: [{}] } };
  const words = { message: 'We are on it.' };

  it.each([
    ['finds words', order(), [said(words)], 'yes'],
    ['finds pictures', order({ text: '', media: [picture] }), [said(image)], 'yes'],
    ['finds words after pictures', both, [said(words, image)], 'yes'],
    ['sends the words after pictures', both, [said(image), taken('m_9')], 'yes'],
    ['cannot send the words after pictures', both, [said(image), 500], 'unknown'],
    ['finds nothing of both', both, [said()], 'no'],
    [
      'passes another number of pictures',
      order({ text: '', media: [picture, picture] }),
      [said(image)],
      'no',
    ],
    ['passes words of the person', order(), [said({ ...words, from: { id: '720' } })], 'no'],
    ['passes words of before', order(), [said({ ...words, created_time: graphTime(-186) })], 'no'],
    ['finds no conversation', order(), [{ data: [] }], 'no'],
    ['cannot ask', order(), [{ code: 613 }], 'unknown'],
  ])('%s', async (_name, wanted, answers, found) => {
    const { access, asked } = scriptedGraph(...answers);
    expect((await lookForMessage(wanted, access, since)).found).toBe(found);
    expect(asked).toHaveLength(answers.length);
  });
});

import { describe, expect, it } from 'vitest';
import { readThreads, withMedia, withWords } from '../../../../functions/channels/facebook/conversations.ts';
import { NOON as FROM, graphTime, PAGE, picture, scriptedGraph } from './scripted-graph.ts';

/** One message as Graph lists it, so many seconds after `FROM`. */
function message(id: string, text: string, seconds: number, from = PAGE) {
  return { id, message: text, from: { id: from, name: 'Larkspur' }, created_time: graphTime(seconds) };
}

function thread(personId: string, messages: object[], updated = 60) {
  return {
    id: `t_${personId}`,
    updated_time: graphTime(updated),
    participants: {
      data: [
        { id: personId, name: `Person ${personId}` },
        { id: PAGE, name: 'Larkspur' },
      ],
    },
    messages: { data: messages },
  };
}

/** A Graph that lists these pages of conversations, one after the other. */
function listed(...pages: object[][]) {
  return scriptedGraph(
    ...pages.map((data, index) => ({ data, paging: { cursors: { after: `after ${index + 1}` } } })),
  );
}

const many = (count: number, updated?: number) =>
  Array.from({ length: count }, (_, index) => thread(`7${index}`, [], updated));

describe('reading what our page wrote in private', () => {
  it('gives our messages since then, and with whom', async () => {
    const messages = [
      message('m_3', 'Later', 20),
      message('m_2', 'Theirs', 10, '720'),
      message('m_1', 'At once', 0),
      message('m_0', 'Before', -1),
    ];
    const { access, asked } = listed([thread('720', messages)]);
    expect(await readThreads(access, FROM, '720')).toMatchObject({
      ok: true,
      value: {
        complete: true,
        threads: [{ people: [{ id: '720', name: 'Person 720' }], sent: [{ id: 'm_3' }, { id: 'm_1' }] }],
      },
    });
    expect(asked[0]?.query.user_id).toBe('720');
  });

  it('turns the page until conversations are older', async () => {
    const { access, asked } = listed(many(25), [...many(3), ...many(22, -1)]);
    const reading = await readThreads(access, FROM);
    expect(reading).toMatchObject({ value: { complete: true } });
    expect(asked.map(({ query }) => query.after)).toEqual([undefined, 'after 1']);
  });

  it('tells when it did not read all', async () => {
    const { access, asked } = listed(...Array.from({ length: 9 }, () => many(25)));
    expect(await readThreads(access, FROM)).toMatchObject({ value: { complete: false } });
    expect(asked).toHaveLength(4);
  });

  it('tells when a conversation has more than was read', async () => {
    const messages = Array.from({ length: 50 }, (_, index) => message(`m_${index}`, 'Hm', 50 - index, '720'));
    const { access } = listed([thread('720', messages)]);
    expect(await readThreads(access, FROM, '720')).toMatchObject({ value: { complete: false } });
  });
});

describe('our message', () => {
  const sent = [
    { id: 'm_2', message: undefined, created_time: '', attachments: { data: [{}, {}] } },
    { id: 'm_1', message: ' Grüße,\n\nInes ', created_time: '', from: undefined, attachments: undefined },
  ].map((one) => ({ from: undefined, ...one }));

  it('is known by its words, however Facebook spaces and spells them', () => {
    expect(withWords(sent, { text: 'Gru\u0308ße, Ines' })?.id).toBe('m_1');
    expect(withWords(sent, { text: 'Grüße, ines' })).toBeUndefined();
  });

  it('is known by the number of its pictures when it has no words', () => {
    expect(withMedia(sent, { media: [picture, picture] })?.id).toBe('m_2');
    expect(withMedia(sent, { media: [picture] })).toBeUndefined();
  });
});

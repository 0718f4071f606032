import { describe, expect, it } from 'vitest';
import { mediaReference } from '../../../functions/channels/facebook/part-reference.ts';
import {
  DAY,
  eventually,
  HOUR,
  iso,
  openPage,
  PAGE,
  type Page,
  picture,
  psidOf,
  readState,
  startDesk,
} from './facebook-harness.ts';

/** The bodies of the messages that were given to Messenger, latest last. */
function given(page: Page) {
  return page.facebook.simulator
    .calls()
    .filter(({ path }) => path.includes('/messages'))
    .map(({ body }) => body);
}

const film = {
  ...picture,
  type: 'video',
  contentType: 'video/mp4',
  url: 'https://media.example/a.mp4',
} as const;

describe('a private message', () => {
  it('reaches the person, and its echo brings back our id', async () => {
    const desk = await startDesk();
    const page = await openPage(desk.url);
    const outcome = await page.send(page.order({ text: 'Grüße 👋' }));
    const message = (await readState(page.facebook)).messages.at(-1);
    expect(message).toMatchObject({ text: 'Grüße 👋', fromPage: true });
    expect(outcome).toEqual({ outcome: 'sent', nativeId: message?.mid, personId: page.psid });
    const echo = { mid: message?.mid, is_echo: true, metadata: 'c1.m1' };
    await eventually(() => desk.events()).toContainEqual(
      expect.objectContaining({ message: expect.objectContaining(echo) }),
    );
  });

  it.each([
    ['within 24 hours', true, 24 * HOUR, { messaging_type: 'RESPONSE' }],
    ['by an automaton within 24 hours', false, 24 * HOUR, { messaging_type: 'RESPONSE' }],
    ['by a person after that', true, 24 * HOUR + 1, { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }],
    ['by a person within 7 days', true, 7 * DAY, { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' }],
  ])('is declared as what it is: %s', async (_name, human, elapsed, type) => {
    const page = await openPage();
    page.pass(elapsed);
    expect(await page.send(page.order({ human }))).toMatchObject({ outcome: 'sent' });
    expect(given(page)).toMatchObject([type]);
    expect(given(page)).toHaveLength(1);
  });

  it.each([
    ['an automatic one after 24 hours', false, 24 * HOUR + 1, 'humans-only'],
    ['any after 7 days', true, 7 * DAY + 1, 'window-closed'],
  ])('is refused without asking: %s', async (_name, human, elapsed, code) => {
    const page = await openPage();
    page.pass(elapsed);
    const failed = { outcome: 'failed', refusal: { code: `facebook:${code}` } };
    expect(await page.send(page.order({ human }))).toMatchObject(failed);
    expect(page.calls()).toEqual([]);
  });

  it('of a person takes the tag when Facebook finds the first window closed', async () => {
    const page = await openPage();
    page.pass(30 * HOUR);
    const order = page.order({ lastInboundAt: iso(page.facebook.clock.now - HOUR) });
    expect(await page.send(order)).toMatchObject({ outcome: 'sent' });
    expect(given(page)).toMatchObject([{ messaging_type: 'RESPONSE' }, { tag: 'HUMAN_AGENT' }]);
    expect(await page.said()).toHaveLength(1);
  });

  it('of an automaton never takes the tag', async () => {
    const page = await openPage();
    page.pass(30 * HOUR);
    const order = page.order({ human: false, lastInboundAt: iso(page.facebook.clock.now - HOUR) });
    expect(await page.send(order)).toMatchObject({
      outcome: 'failed',
      refusal: { code: 'facebook:window-closed' },
    });
    expect(given(page)).toHaveLength(1);
  });

  it('fails when the person has blocked the page', async () => {
    const page = await openPage();
    await page.facebook.act('blocks', { person: 'ines-okoro', pageId: PAGE.id, blocked: true });
    expect(await page.send(page.order())).toMatchObject({
      outcome: 'failed',
      refusal: { code: 'facebook:person-unavailable' },
    });
  });

  it('fails to somebody whom the page does not know', async () => {
    const page = await openPage();
    expect(await page.send(page.order({ personId: '25100000000000001' }))).toMatchObject({
      outcome: 'failed',
      refusal: { code: 'facebook:unknown-person' },
    });
  });

  it.each([
    ['several pictures as one stack', [picture, picture, picture]],
    ['one picture', [picture]],
    ['a film', [film]],
  ])('brings %s', async (_name, media) => {
    const page = await openPage();
    const outcome = await page.send(page.order({ text: '', media }));
    const { messages } = await readState(page.facebook);
    expect(outcome).toMatchObject({ outcome: 'sent', nativeId: messages.at(-1)?.mid });
    expect(messages.at(-1)).toMatchObject({ extras: { attachments: media.map(({ type }) => ({ type })) } });
    expect(given(page)).toHaveLength(1);
  });
});

describe('a private message that may have arrived', () => {
  it('is found when the connection was cut after it', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'cut' });
    expect(await page.send(page.order())).toMatchObject({ outcome: 'unconfirmed' });
    const { messages } = await readState(page.facebook);
    expect(await page.look(page.order())).toEqual({ found: 'yes', nativeId: messages.at(-1)?.mid });
  });

  it('is looked for until Facebook had time to show it', async () => {
    const page = await openPage();
    const sentAt = page.facebook.clock.now;
    page.facebook.simulator.addFault({ count: 1, kind: 'code', value: 2 });
    expect(await page.send(page.order())).toMatchObject({ outcome: 'unconfirmed' });
    expect(await page.look(page.order(), sentAt)).toMatchObject({ found: 'unknown' });
    page.pass(10_000);
    expect(await page.look(page.order(), sentAt)).toEqual({ found: 'no' });
  });

  it('is looked for longer when Meta has a film to fetch', async () => {
    const page = await openPage();
    const sentAt = page.facebook.clock.now;
    const order = page.order({ text: '', media: [film] });
    page.pass(89_000);
    expect(await page.look(order, sentAt)).toMatchObject({ found: 'unknown' });
    page.pass(1_000);
    expect(await page.look(order, sentAt)).toEqual({ found: 'no' });
  });

  it('is found by its pictures when it has no words', async () => {
    const page = await openPage();
    const order = page.order({ text: '', media: [picture, picture] });
    page.facebook.simulator.addFault({ count: 1, kind: 'cut' });
    await page.send(order);
    expect(await page.look(order)).toMatchObject({ found: 'yes' });
  });

  it('is not mistaken for the same words to another person, or of this person, or of before', async () => {
    const page = await openPage();
    await page.send(page.order());
    page.pass(HOUR);
    const sentAt = page.facebook.clock.now;
    const mei = await psidOf(page.facebook, 'mei-lindqvist');
    const text = 'We are on it.';
    await page.facebook.act('messages', { person: 'mei-lindqvist', pageId: PAGE.id, text });
    await page.facebook.act('messages', { person: 'ines-okoro', pageId: PAGE.id, text });
    await page.send(page.order({ personId: mei }));
    page.pass(HOUR);
    expect(await page.look(page.order(), sentAt)).toEqual({ found: 'no' });
  });

  it('stays open when more was said since than can be read', async () => {
    const page = await openPage();
    const sentAt = page.facebook.clock.now;
    for (let count = 0; count < 50; count += 1) {
      await page.facebook.act('messages', { person: 'ines-okoro', pageId: PAGE.id, text: `And ${count}` });
    }
    page.pass(HOUR);
    expect(await page.look(page.order(), sentAt)).toMatchObject({
      found: 'unknown',
      refusal: { code: 'facebook:crowded' },
    });
  });
});

describe('words with pictures', () => {
  const both = { media: [picture, picture] };

  it('go as two messages, of which the words stand for both', async () => {
    const page = await openPage();
    const outcome = await page.send(page.order(both));
    const { messages } = await readState(page.facebook);
    expect(messages.slice(-2)).toMatchObject([{ text: null }, { text: 'We are on it.' }]);
    expect(outcome).toMatchObject({ outcome: 'sent', nativeId: messages.at(-1)?.mid });
    expect(given(page)).toMatchObject([
      { message: { metadata: mediaReference('c1.m1') } },
      { message: { metadata: 'c1.m1' } },
    ]);
  });

  it('do not begin when the pictures are refused', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'code', value: 613 });
    expect(await page.send(page.order(both))).toMatchObject({ outcome: 'retry' });
    expect(await page.said()).toEqual([]);
  });

  it.each([
    ['nobody knows whether the words arrived', { count: 1, kind: 'status', value: 500 } as const],
    ['the limit is reached before the words', { count: 1, kind: 'code', value: 613 } as const],
    ['the words did arrive unseen', { count: 1, kind: 'cut' } as const],
  ])('become whole without a second stack of pictures: %s', async (_name, fault) => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'latency', value: 0 });
    page.facebook.simulator.addFault(fault);
    const sentAt = page.facebook.clock.now;
    expect(await page.send(page.order(both))).toMatchObject({ outcome: 'unconfirmed' });
    page.pass(3_000);
    const found = await page.look(page.order(both), sentAt);
    const { messages } = await readState(page.facebook);
    expect(found).toEqual({ found: 'yes', nativeId: messages.at(-1)?.mid });
    expect(await page.said()).toEqual(['', 'We are on it.']);
  });

  it('stay open while the words cannot follow the pictures', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'latency', value: 0 });
    page.facebook.simulator.addFault({ count: 1, kind: 'cut' });
    const sentAt = page.facebook.clock.now;
    await page.send(page.order({ ...both, text: 'One' }));
    page.facebook.simulator.addFault({ count: 1, kind: 'latency', value: 0 });
    page.facebook.simulator.addFault({ count: 1, kind: 'status', value: 503 });
    const looked = await page.look(page.order({ ...both, text: 'Two' }), sentAt);
    expect(looked).toMatchObject({ found: 'unknown', refusal: { code: 'facebook:no-answer' } });
  });

  it('fail with half of them sent when the person blocks the page in between', async () => {
    const page = await openPage();
    page.facebook.simulator.addFault({ count: 1, kind: 'latency', value: 0 });
    page.facebook.simulator.addFault({ count: 1, kind: 'code', value: 551 });
    const outcome = await page.send(page.order(both));
    expect(outcome).toMatchObject({ outcome: 'failed', refusal: { code: 'facebook:person-unavailable' } });
    expect('refusal' in outcome && outcome.refusal.explanation).toMatch(/arrived, the text did not/);
  });
});

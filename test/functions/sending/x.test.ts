import { describe, expect, it } from 'vitest';
import type { Media } from '../../../functions/channels/sending.ts';
import { parse } from '../../../functions/channels/x/parse.ts';
import { xSender } from '../../../functions/channels/x/send.ts';
import { split } from '../../../functions/channels/x/split.ts';
import { answerTo, BRAND, INES, messageTo, startWorld, TOMAS, type XWorld } from './x-world.ts';

const file = (contentType: string, head: string): Media => ({
  type: contentType.startsWith('video') ? 'video' : 'image',
  contentType,
  url: 'https://files.example.com/a',
  bytes: async () => Buffer.from(head, 'latin1'),
});
const png = file('image/png', '\x89PNG and so on');
const gif = file('image/gif', 'GIF89a and so on');
const mp4 = file('video/mp4', '\0\0\0\x18ftypmp42');

describe('a public answer', () => {
  it('stands under the post that it answers, as X says', async () => {
    const world = await startWorld();
    const question = await world.post(INES);
    const outcome = await xSender.send(answerTo(question), world.access());
    const [answer] = await world.posted();
    expect(answer).toMatchObject({ text: 'Sorry! We look into it.', replyTo: question });
    expect(outcome).toEqual({ outcome: 'sent', nativeId: answer?.id });
  });

  it('takes four pictures', async () => {
    const world = await startWorld();
    const order = answerTo(await world.post(INES), { media: [png, png, png, png] });
    expect((await xSender.send(order, world.access())).outcome).toBe('sent');
    expect((await world.posted())[0]?.media).toHaveLength(4);
  });

  it.each([
    ['a film, once X has prepared it', mp4],
    ['a moving picture, once X has prepared it', gif],
  ])('takes %s', async (_name, medium) => {
    const world = await startWorld();
    const order = answerTo(await world.post(INES), { text: '', media: [medium] });
    expect((await xSender.send(order, world.access())).outcome).toBe('sent');
    expect((await world.posted())[0]).toMatchObject({ text: '', media: [expect.any(String)] });
  });

  it('is not made when the file is not what it says', async () => {
    const world = await startWorld();
    const order = answerTo(await world.post(INES), { media: [file('image/png', 'no picture')] });
    const outcome = await xSender.send(order, world.access());
    expect(outcome).toMatchObject({ outcome: 'failed', refusal: { code: 'x:media-refused' } });
    expect(await world.posted()).toEqual([]);
  });

  it('goes out as a numbered thread in which each part answers the one before', async () => {
    const world = await startWorld();
    const question = await world.post(INES);
    const text = `${'We are sorry for the delay, see https://example.com/delays for more. '.repeat(9)}日本👨‍👩‍👧‍👦`;
    let before = question;
    for (const part of xSender.inParts(text, 'public')) {
      const outcome = await xSender.send(answerTo(before, { text: part }), world.access());
      before =
        outcome.outcome === 'sent' ? outcome.nativeId : expect.unreachable(outcome.refusal.explanation);
    }
    const thread = await world.posted();
    expect(thread.length).toBeGreaterThan(1);
    expect(thread.map(({ replyTo }) => replyTo)).toEqual([
      question,
      ...thread.slice(0, -1).map(({ id }) => id),
    ]);
    expect(thread.at(-1)?.text).toMatch(/日本👨‍👩‍👧‍👦 \((\d)\/\1\)$/);
  });

  it('invites to private with a link to the account', async () => {
    const world = await startWorld();
    const order = answerTo(await world.post(INES), { invitation: true, text: 'Please write to us.' });
    expect((await xSender.send(order, world.access())).outcome).toBe('sent');
    const link = `https://x.com/messages/compose?recipient_id=${BRAND}`;
    expect((await world.posted())[0]?.text).toBe(`Please write to us. ${link}`);
  });
});

describe('a private message', () => {
  it('reaches the person', async () => {
    const world = await startWorld();
    const outcome = await xSender.send(messageTo(INES), world.access());
    const [message] = (await world.state()).messages;
    expect(message).toMatchObject({ senderId: BRAND, text: 'Sorry! We look into it.' });
    expect(outcome).toEqual({ outcome: 'sent', nativeId: message?.id });
  });

  it('takes a picture and no words', async () => {
    const world = await startWorld();
    const outcome = await xSender.send(messageTo(INES, { text: '', media: [png] }), world.access());
    expect(outcome.outcome).toBe('sent');
    expect((await world.state()).messages).toMatchObject([{ text: '', media: [expect.any(String)] }]);
  });
});

describe('what is measured', () => {
  it.each([
    'x'.repeat(280),
    '日'.repeat(140),
    `${'👋🏽'.repeat(128)} https://example.com/${'x'.repeat(400)}`,
  ])('is what X takes to the last character: %.12s', async (text) => {
    const world = await startWorld();
    const { length, limit } = xSender.measure(text, 'public');
    expect(length).toBe(limit);
    const question = await world.post(INES);
    expect((await xSender.send(answerTo(question, { text }), world.access())).outcome).toBe('sent');
    const more = await xSender.send(answerTo(question, { text: `${text}.` }), world.access());
    expect(more).toMatchObject({ outcome: 'failed', refusal: { code: 'x:refused' } });
  });
});

/** What the desk understands of the post; undefined until X told of it. */
function addressesUs(world: XWorld, id: string): boolean | undefined {
  const events = world.deliveries.flatMap(split).map(({ body }) => parse(body));
  return events.flatMap((event) =>
    event.kind === 'message' && event.nativeId === id ? [event.addressesUs] : [],
  )[0];
}

describe.each(['xaa', 'aaa'] as const)('whether a post calls for an answer, by %s webhooks,', (envelope) => {
  const own = async (world: XWorld) => {
    const outcome = await xSender.send(answerTo(undefined, { text: 'News' }), world.access());
    return outcome.outcome === 'sent' ? outcome.nativeId : '';
  };
  const reply = async (world: XWorld, text: string) => world.post(TOMAS, text, { replyTo: await own(world) });
  const posts: [title: string, write: (world: XWorld) => Promise<string>, calls: boolean][] = [
    ['of a mention', (world) => world.post(INES), true],
    ['of a quote', async (world) => world.post(INES, 'Ha', { quote: await own(world) }), true],
    ['of a reply that names us', (world) => reply(world, '@larkspursupply why'), true],
    ['of a reply that does not', (world) => reply(world, 'why'), false],
  ];

  it.each(posts)('is known beforehand %s', async (_title, write, calls) => {
    const world = await startWorld({ registered: true, envelope });
    const id = await write(world);
    await expect.poll(() => addressesUs(world, id), { timeout: 20_000 }).toBe(calls);
    const order = answerTo(id, { addressesUs: calls });
    const foreseen = xSender.foresee(order, new Date(world.clock.now).toISOString());
    const outcome = await xSender.send(order, world.access());
    expect(foreseen?.code).toBe(calls ? undefined : 'x:not-summoned');
    expect(outcome).toMatchObject(calls ? { outcome: 'sent' } : { outcome: 'failed', refusal: foreseen });
  });
});

describe('the followers of our account', () => {
  it('are as many as X tells', async () => {
    const world = await startWorld();
    expect(await xSender.posts.followers(world.access())).toBe(15_230);
  });

  it('are not known when X does not answer, or nothing can be asked', async () => {
    const world = await startWorld();
    world.simulator.addFault({ count: 1, kind: 'status', value: 503 });
    expect(await xSender.posts.followers(world.access())).toBeUndefined();
    expect(await xSender.posts.followers(world.access({ accountId: 'stranger' }))).toBeUndefined();
  });
});

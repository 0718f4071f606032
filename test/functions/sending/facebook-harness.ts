import { facebookSender } from '../../../functions/channels/facebook/sender.ts';
import type { Access, ActionOrder, Media, Order } from '../../../functions/channels/sending.ts';
import {
  APP_SECRET,
  type Facebook,
  firstPost,
  PAGE,
  psidOf,
  readState,
  startDesk,
  startWorld,
  textOf,
} from '../../lib/local/platforms/facebook-harness.ts';

export { DAY, type Desk, eventually, HOUR } from '../../lib/local/platforms/facebook-harness.ts';
export { facebookSender, PAGE };

/** Our page at the simulated Facebook, a comment and a message of Ines, and the sender as the worker calls it. */
export interface Page {
  facebook: Facebook;
  access: Access;
  /** Moves the clock of both sides. */
  pass(milliseconds: number): void;
  comment: string;
  psid: string;
  order(change?: Partial<Order>): Order;
  send(order: Order): ReturnType<typeof facebookSender.send>;
  /** Looks for what was sent at `since`, by default just now. */
  look(order: Order, since?: number): ReturnType<typeof facebookSender.look>;
  act(order: Partial<ActionOrder> & Pick<ActionOrder, 'action'>): ReturnType<typeof facebookSender.act>;
  /** Texts of what our page has said: comments and private messages. */
  said(): Promise<string[]>;
  /** Method and path of each call of the Graph API since the page was opened. */
  calls(): string[];
}

export async function openPage(webhookUrl?: string): Promise<Page> {
  const facebook = await startWorld(webhookUrl === undefined ? {} : { webhookUrl });
  const post = await firstPost(facebook);
  const psid = await psidOf(facebook, 'ines-okoro');
  const comment = textOf(
    await facebook.act('comments', { person: 'ines-okoro', postId: post, text: 'Hello?' }),
    'id',
  );
  await facebook.act('messages', { person: 'ines-okoro', pageId: PAGE.id, text: 'Hello there?' });
  const wroteAt = facebook.clock.now;
  const access: Access = {
    secret: { signingKeys: [APP_SECRET], accounts: { [PAGE.id]: { token: PAGE.token } } },
    accountId: PAGE.id,
    apiUrl: facebook.simulator.url,
    fetch,
    get now() {
      return facebook.clock.now;
    },
    nonce: '',
  };
  return {
    facebook,
    access,
    pass(milliseconds) {
      facebook.clock.now += milliseconds;
    },
    comment,
    psid,
    order: (change) => ({
      messageId: 'c1.m1',
      visibility: 'private',
      text: 'We are on it.',
      media: [],
      personId: psid,
      inReplyTo: comment,
      human: true,
      lastInboundAt: iso(wroteAt),
      ...change,
    }),
    send: (order) => facebookSender.send(order, access),
    look: (order, since = facebook.clock.now) => facebookSender.look(order, access, iso(since)),
    act: (order) =>
      facebookSender.act({ nativeId: comment, visibility: 'public', ours: false, ...order }, access),
    async said() {
      const { comments, messages } = await readState(facebook);
      const ours = comments.filter(({ id, authorId }) => id !== comment && authorId === PAGE.id);
      const sent = messages.filter(({ fromPage }) => fromPage);
      return [...ours.map(({ message }) => message ?? ''), ...sent.map(({ text }) => text ?? '')];
    },
    calls: () =>
      facebook.simulator
        .calls()
        .map(({ method, path }) => `${method} ${path.replace(/^\/v26\.0/, '').split('?')[0]}`),
  };
}

export function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

export const picture: Media = {
  type: 'image',
  contentType: 'image/jpeg',
  url: 'https://media.example/receipt.jpg',
  bytes: async () => new Uint8Array(),
};

export { firstPost, psidOf, readState, startDesk, textOf };

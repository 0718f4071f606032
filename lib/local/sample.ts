import * as z from 'zod/mini';

/** One thing that an invented customer does in the outside world: a path below it, and what they say. */
export interface SampleAct {
  path: string;
  body: Record<string, unknown>;
}

const x = (person: string, text: string): SampleAct => ({ path: 'x/posts', body: { person, text } });
const comment = (person: string, postId: string, text: string): SampleAct => ({
  path: 'facebook/comments',
  body: { person, postId, text },
});

/** The accounts that the customers write to, and a post of ours that they comment on. */
export interface SampleTargets {
  handle: string;
  pageId: string;
  postId: string;
}

/**
 * What a morning looks like: questions, a complaint with reach, praise, something urgent, and somebody who starts in public and goes
 * on in private. All of them are made up.
 */
export function sampleActs({ handle, pageId, postId }: SampleTargets): SampleAct[] {
  const toUs = `@${handle}`;
  const message = (person: string, text: string): SampleAct => ({
    path: 'facebook/messages',
    body: { person, pageId, text },
  });
  return [
    x('ines_okoro_ex', `${toUs} third day without my order and nobody answers the phone. Is anybody there?`),
    comment('tomas-vidal', postId, 'Do you ship to the Canary Islands, and how long does it take?'),
    x('jonasweber_ex', `${toUs} thank you for the kind note in the parcel, it made my day!`),
    message('amara-diallo', 'Hello, I was charged twice for the same order. Can you look into it, please?'),
    x('mei_tanaka_ex', `${toUs} your app logs me out every time I open the basket. Anybody else?`),
    comment('zoe-garnier', postId, 'The blue one is sold out everywhere. When does it come back?'),
    x(
      'amara_nwosu_ex',
      `${toUs} my night shift starts in two hours and the pick-up point is closed. What now?`,
    ),
    {
      path: 'x/messages',
      body: { person: 'ines_okoro_ex', text: 'Sending you the order number here: 48-22119.' },
    },
    comment('jonas-keller', postId, 'It would help to see the size of the box before ordering.'),
    message('mei-lindqvist', 'Can I change the delivery address until tomorrow morning?'),
  ];
}

const State = z.object({
  x: z.object({ accounts: z.array(z.object({ handle: z.string() })) }),
  facebook: z.object({
    pages: z.array(z.object({ id: z.string() })),
    posts: z.array(z.object({ id: z.string(), pageId: z.string(), authorId: z.string() })),
  }),
});

/** Lets the invented customers write to the desk at `url`, through the platforms as anybody would. Resolves to how often they wrote. */
export async function letCustomersWrite(url: string): Promise<number> {
  const state = async (platform: string) => (await fetch(`${url}/_local/outside/${platform}/state`)).json();
  const { x: onX, facebook } = State.parse({ x: await state('x'), facebook: await state('facebook') });
  const post = facebook.posts.find(({ pageId, authorId }) => pageId === authorId);
  const [account] = onX.accounts;
  if (!post || !account) throw new Error('The outside world has no account of ours to write to.');
  const acts = sampleActs({ handle: account.handle, pageId: post.pageId, postId: post.id });
  for (const { path, body } of acts) {
    const answer = await fetch(`${url}/_local/outside/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`The outside world refused ${path}: ${await answer.text()}`);
  }
  return acts.length;
}

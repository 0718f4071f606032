import * as z from 'zod/mini';

const FacebookState = z.object({
  posts: z.array(z.object({ id: z.string(), pageId: z.string() })),
  comments: z.array(z.object({ message: z.nullable(z.string()) })),
  messages: z.array(z.object({ text: z.nullable(z.string()) })),
});
const XState = z.object({
  posts: z.array(z.object({ text: z.string() })),
  messages: z.array(z.object({ text: z.string() })),
});

/** An answer of the bench by its number, as it is written in its text. */
export const answerText = (number: number) =>
  `Answer ${String(number).padStart(4, '0')}: we look into it today.`;
const ANSWER = /Answer (\d{4}):/;

/** How often each answer stands on the platforms, by its number. `outside` is the address of the outside world. */
export async function answersThere(outside: string): Promise<Map<number, number>> {
  const facebook = await facebookState(outside);
  const x = XState.parse(await (await fetch(`${outside}/x/state`)).json());
  const texts = [
    ...facebook.comments.map(({ message }) => message),
    ...[...facebook.messages, ...x.posts, ...x.messages].map(({ text }) => text),
  ];
  const there = new Map<number, number>();
  for (const text of texts) {
    const number = ANSWER.exec(text ?? '')?.[1];
    if (number !== undefined) there.set(Number(number), (there.get(Number(number)) ?? 0) + 1);
  }
  return there;
}

/** A post of each page, by the page's id. */
export async function firstPosts(outside: string): Promise<Map<string, string>> {
  const { posts } = await facebookState(outside);
  return new Map(posts.map(({ id, pageId }) => [pageId, id]));
}

async function facebookState(outside: string) {
  return FacebookState.parse(await (await fetch(`${outside}/facebook/state`)).json());
}

const Made = z.object({ id: z.optional(z.string()), mid: z.optional(z.string()) });

/** Does something as a person on a platform; gives the platform's id of what it made. */
export async function act(
  outside: string,
  platform: 'facebook' | 'x',
  action: string,
  body: object,
): Promise<string> {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(`${outside}/${platform}/${action}`, request);
  if (!response.ok) throw new Error(`${platform} refused ${action}: ${await response.text()}`);
  const { id, mid } = Made.parse(await response.json());
  return id ?? mid ?? '';
}

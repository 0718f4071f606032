import { commentsOfPost, postsOfPage, reactionsTo } from './feed.ts';
import { allAcquaintances, allPages, allPeople } from './people.ts';
import { messagesOf } from './thread.ts';
import type { World } from './world.ts';

/** Everything that lives on the simulated Facebook, for tests and scripts. Tokens are left out. */
export function outsideState(world: World): object {
  const { memory, deliveries } = world;
  const pages = allPages(memory);
  const acquaintances = allAcquaintances(memory);
  const posts = pages.flatMap((page) => postsOfPage(memory, page.id));
  const comments = posts.flatMap((post) => commentsOfPost(memory, post.id));
  const messages = acquaintances.flatMap(({ pageId, personId }) => messagesOf(memory, pageId, personId));
  const reactedTo = [
    ...posts.map(({ id }) => id),
    ...comments.map(({ id }) => id),
    ...messages.map(({ mid }) => mid),
  ];
  return {
    now: world.now(),
    pendingDeliveries: deliveries.pending(),
    modes: deliveries.modes,
    pages: pages.map(({ id, name, tokenState, gate, subscribed }) => ({
      id,
      name,
      tokenState,
      gate,
      subscribed,
    })),
    people: allPeople(memory).map((person) => ({
      ...person,
      pages: acquaintances.filter(({ personId }) => personId === person.id),
    })),
    posts,
    comments,
    messages,
    reactions: reactedTo.flatMap((id) => reactionsTo(memory, id)),
  };
}

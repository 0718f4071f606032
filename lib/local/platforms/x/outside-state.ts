import type { Platform } from './platform.ts';
import { mediaUrl } from './v2-objects.ts';

const POSTS = 1_000;

/** Everything on this X, for tests and scripts. Tokens and secrets are left out. */
export function outsideState({
  world,
  deliveryStore,
  webhooks,
  subscriptions,
}: Platform): Record<string, unknown> {
  const accounts = world.people.ours();
  const urls = (ids: readonly string[]) => ids.map((id) => mediaUrl(world, id));
  const posts = world.posts.newest(POSTS).map((post) => ({
    ...post,
    createdAt: new Date(post.createdAt).toISOString(),
    media: urls(post.media),
    counts: world.posts.counts(post.id),
  }));
  const messages = new Map(
    accounts.flatMap((account) => world.messages.ofUser(account.id)).map((message) => [message.id, message]),
  );
  return {
    accounts: accounts.map((account) => ({ ...account, token: world.people.tokenState(account.id) })),
    people: world.people.customers().map((person) => ({
      ...person,
      blocks: accounts.filter((account) => world.people.blocks(person.id, account.id)).map(({ id }) => id),
    })),
    posts,
    messages: [...messages.values()].map(({ mediaId, createdAt, ...message }) => ({
      ...message,
      createdAt: new Date(createdAt).toISOString(),
      media: urls(mediaId ? [mediaId] : []),
    })),
    webhooks: webhooks.all(),
    subscriptions: subscriptions.all().length,
    deliveries: deliveryStore.status(),
    settings: world.settings,
  };
}

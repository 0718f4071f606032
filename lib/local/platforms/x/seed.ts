import type { SimulatedAccount } from '../simulator.ts';
import { makePost } from './acts.ts';
import type { People, Person } from './people.ts';
import type { Subscription, Subscriptions } from './subscriptions.ts';
import type { Webhooks } from './webhooks.ts';
import type { World } from './world.ts';

const DAY = 24 * 60 * 60_000;

/** Invented people, from a quiet reader to somebody whom a quarter of a million follow. */
const customers: readonly Omit<Person, 'createdAt' | 'ours'>[] = [
  person(
    '1900000000000000011',
    'Ines Okoro',
    'ines_okoro_ex',
    51_200,
    'blue',
    12,
    'Travels for work, tweets about it.',
  ),
  person(
    '1900000000000000012',
    'Tomás Rivera',
    'tomasrivera_ex',
    340,
    'none',
    265,
    'Two dogs, one allotment.',
  ),
  person(
    '1900000000000000013',
    'Mei Tanaka',
    'mei_tanaka_ex',
    250_000,
    'blue',
    330,
    'Reviews things so that you need not.',
  ),
  person('1900000000000000014', 'Jonas Weber', 'jonasweber_ex', 12, 'none', 150, ''),
  person('1900000000000000015', 'Amara Nwosu', 'amara_nwosu_ex', 4_870, 'none', 40, 'Nurse. Night shifts.'),
  {
    ...person('1900000000000000016', 'Liam Byrne', 'liam_byrne_ex', 890, 'none', 205, 'DMs closed.'),
    dmsClosed: true,
  },
];

function person(
  id: string,
  name: string,
  handle: string,
  followers: number,
  verified: Person['verified'],
  hue: number,
  description: string,
): Omit<Person, 'createdAt' | 'ours'> {
  return { id, name, handle, description, followers, following: 180, verified, hue, dmsClosed: false };
}

/** Account settings may change between starts; what customers did stays. */
export function seedPeople(people: People, accounts: readonly SimulatedAccount[], now: number): void {
  for (const { id, name, handle = handleFrom(name, id) } of accounts) {
    if (people.get(id)) {
      people.rename(id, name, handle);
      continue;
    }
    const rest = { following: 180, verified: 'business' as const, hue: 222, dmsClosed: false, ours: true };
    const description = `${name} on X. We answer here.`;
    people.add({ id, name, handle, description, followers: 15_230, createdAt: now - 2_800 * DAY, ...rest });
  }
  if (people.customers().length > 0) return;
  for (const [index, customer] of customers.entries()) {
    people.add({ ...customer, createdAt: now - (400 + 300 * index) * DAY, ours: false });
  }
}

function handleFrom(name: string, id: string): string {
  const letters = name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9_]/g, '');
  return (letters || `account${id}`).slice(0, 15);
}

/** One post of the first account, so that there is something to answer, quote and like. */
export function seedPosts(world: World): void {
  const [account] = world.people.ours();
  if (!account || world.posts.newest(1).length > 0) return;
  const text = 'Our autumn catalogue is out. Questions about an order? Write to us here, we read everything.';
  makePost(world, { authorId: account.id, text });
}

const EVENTS = [
  'post.create',
  'post.delete',
  'post.mention.create',
  'post.reply.create',
  'post.quote.create',
  'post.repost.create',
  'dm.received',
  'dm.sent',
  'dm.read',
];

/**
 * Registers the desk's webhook with every subscription that a desk wants, of both generations. A start registers anew:
 * the address may have moved, its port above all, and a webhook that had become invalid gets another chance.
 */
export function seedWebhook(
  parts: { world: World; webhooks: Webhooks; subscriptions: Subscriptions },
  url: string,
): void {
  const { world, webhooks, subscriptions } = parts;
  const [old] = webhooks.all();
  const id = old?.id ?? world.nextId();
  if (old) webhooks.renew(id, url, world.now());
  else webhooks.add({ id, url, valid: true, createdAt: world.now() });
  const known = new Set(subscriptions.all().map((subscription) => subscription.userId));
  const fresh = world.people.ours().filter((account) => !known.has(account.id));
  for (const account of fresh) subscribe(subscriptions, world, id, account.id);
  if (!old) subscriptions.add(subscription(world, id, { eventType: 'oauth.revoke' }));
}

function subscribe(subscriptions: Subscriptions, world: World, webhookId: string, userId: string): void {
  for (const eventType of EVENTS) subscriptions.add(subscription(world, webhookId, { eventType, userId }));
  const likes = { eventType: 'like.create', userId, direction: 'inbound' as const };
  subscriptions.add(subscription(world, webhookId, likes));
  subscriptions.addAccount(webhookId, userId);
}

function subscription(
  world: World,
  webhookId: string,
  what: Pick<Subscription, 'eventType' | 'userId' | 'direction'>,
): Subscription {
  const now = world.now();
  return { id: world.nextId(), tag: 'desk', webhookId, createdAt: now, updatedAt: now, ...what };
}

import * as z from 'zod/mini';
import { isUnreachable, like, publish, sendMessage, unpublish } from './acts.ts';
import { needPerson, needPost, OutsideError, otherSide, parsed } from './outside-find.ts';
import type { Person } from './people.ts';
import { photoPng } from './photo.ts';
import type { Platform } from './platform.ts';
import type { Post } from './posts.ts';
import { weightedLength } from './text.ts';
import type { World } from './world.ts';

/** Something that a person does: reads the fields, does it, gives the ids that it made. */
type Act = (platform: Platform, fields: unknown, id: string) => Record<string, unknown>;

/** Forms send words for everything, scripts JSON. */
const flag = z.pipe(
  z.union([z.boolean(), z.string()]),
  z.transform((value) => value === true || ['true', '1', 'on'].includes(String(value))),
);
const filled = z.pipe(
  z.optional(z.string()),
  z.transform((value) => value || undefined),
);
const person = z.string();
const PostSchema = z.object({
  person,
  text: z.string(),
  replyTo: filled,
  quote: filled,
  photo: z.optional(flag),
});
const OnPostSchema = z.object({ person, post: z.string() });
const DeleteSchema = z.object({ person: filled });
const MessageSchema = z.object({
  person,
  to: filled,
  accountId: filled,
  text: z.string(),
  photo: z.optional(flag),
});
const ReadSchema = z.object({ person, accountId: filled });
const BlockSchema = z.object({ person, accountId: filled });
const PersonSchema = z.object({ dmsClosed: flag });

/** By method and first part of the path; whatever follows that is the id. */
export const acts: Readonly<Record<string, Act>> = {
  'POST posts': writePost,
  'DELETE posts': deletePost,
  'POST reposts': (platform, fields) => {
    const { author, post } = onPost(platform, fields);
    const before = platform.world.posts.repostBy(author.id, post.id);
    const draft = { authorId: author.id, text: '', reposts: post.id };
    return { id: before?.id ?? publish(platform, draft).post.id };
  },
  'DELETE reposts': (platform, fields) => {
    const { author, post } = onPost(platform, fields);
    const repost = platform.world.posts.repostBy(author.id, post.id);
    if (repost) unpublish(platform, repost);
    return { reposted: false };
  },
  'POST likes': (platform, fields) => {
    const { author, post } = onPost(platform, fields);
    return { id: like(platform, author.id, post), liked: true };
  },
  'DELETE likes': (platform, fields) => {
    const { author, post } = onPost(platform, fields);
    platform.world.posts.unlike(post.id, author.id);
    return { liked: false };
  },
  'POST messages': writeMessage,
  'POST reads': readMessages,
  'POST blocks': (platform, fields) => block(platform, fields, true),
  'DELETE blocks': (platform, fields) => block(platform, fields, false),
  'POST people': (platform, fields, id) => {
    const one = needPerson(platform.world, id);
    const { dmsClosed } = parsed(PersonSchema, fields);
    platform.world.people.setDmsClosed(one.id, dmsClosed);
    return { id: one.id, dmsClosed };
  },
};

function onPost({ world }: Platform, fields: unknown): { author: Person; post: Post } {
  const wanted = parsed(OnPostSchema, fields);
  return { author: needPerson(world, wanted.person), post: needPost(world, wanted.post) };
}

function writePost(platform: Platform, fields: unknown): Record<string, unknown> {
  const { world } = platform;
  const wanted = parsed(PostSchema, fields);
  const author = needPerson(world, wanted.person);
  const parent = wanted.replyTo ? needPost(world, wanted.replyTo) : undefined;
  const quoted = wanted.quote ? needPost(world, wanted.quote) : undefined;
  const text = wanted.text.trim();
  const weight = weightedLength(text);
  const limit = world.settings.textLimit;
  if (text === '' && !wanted.photo)
    throw new OutsideError(400, 'An empty post says nothing. Write something first.');
  if (weight > limit)
    throw new OutsideError(400, `The post counts ${weight} characters and may have ${limit}. Shorten it.`);
  if (parent && world.people.blocks(parent.authorId, author.id)) {
    throw new OutsideError(403, 'The author of this post has blocked you, so you cannot reply.');
  }
  const media = wanted.photo ? [photo(world, author.id, 'tweet_image')] : [];
  const draft = { authorId: author.id, text, media, replyTo: parent?.id, quotes: quoted?.id };
  const { post } = publish(platform, { ...draft, address: author.ours });
  return { id: post.id, conversationId: post.conversationId };
}

/** Keeps a drawn picture as if it had been uploaded. */
function photo(world: World, ownerId: string, category: string): string {
  const id = world.nextId();
  const bytes = photoPng(Number(id.slice(-4)));
  const kind = { type: 'image/png', size: bytes.length, state: 'succeeded' as const };
  world.media.add({ id, ownerId, category, createdAt: world.now(), ...kind }, bytes);
  return id;
}

function deletePost(platform: Platform, fields: unknown, id: string): Record<string, unknown> {
  const post = needPost(platform.world, id);
  const { person: name } = parsed(DeleteSchema, fields);
  if (name && needPerson(platform.world, name).id !== post.authorId) {
    throw new OutsideError(403, 'Only its author can delete a post.');
  }
  unpublish(platform, post);
  return { id, deleted: true };
}

function writeMessage(platform: Platform, fields: unknown): Record<string, unknown> {
  const { world } = platform;
  const wanted = parsed(MessageSchema, fields);
  const sender = needPerson(world, wanted.person);
  const recipient = otherSide(world, wanted.to ?? wanted.accountId);
  const text = wanted.text.trim();
  if (text === '' && !wanted.photo)
    throw new OutsideError(400, 'An empty message says nothing. Write something first.');
  if (recipient.id === sender.id) throw new OutsideError(400, 'You cannot write to yourself.');
  if (isUnreachable(world, sender.id, recipient.id)) {
    throw new OutsideError(
      403,
      `@${recipient.handle} takes no messages from you, or you have blocked each other.`,
    );
  }
  const mediaId = wanted.photo ? photo(world, sender.id, 'dm_image') : undefined;
  const draft = { senderId: sender.id, recipientId: recipient.id, text, mediaId };
  const { message } = sendMessage(platform, draft);
  return { id: message.id, conversationId: message.conversationId };
}

/** The person opens the conversation, which tells the desk that what it wrote was read. */
function readMessages(platform: Platform, fields: unknown): Record<string, unknown> {
  const { world, announcer } = platform;
  const wanted = parsed(ReadSchema, fields);
  const reader = needPerson(world, wanted.person);
  const account = otherSide(world, wanted.accountId);
  return world.atomically(() => {
    const last = world.messages.see(account.id, reader.id, world.now());
    if (last) announcer.read(last);
    return { read: last?.id };
  });
}

function block(platform: Platform, fields: unknown, blocked: boolean): Record<string, unknown> {
  const { world } = platform;
  const wanted = parsed(BlockSchema, fields);
  const account = otherSide(world, wanted.accountId);
  world.people.setBlock(needPerson(world, wanted.person).id, account.id, blocked);
  return { accountId: account.id, blocked };
}

import * as z from 'zod/mini';
import type { Person } from './people.ts';
import type { Post } from './posts.ts';
import type { World } from './world.ts';

/** What a person asked for cannot be done; the message says why and what to do. */
export class OutsideError extends Error {
  override readonly name = 'OutsideError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The fields of a request; says in words what does not fit. */
export function parsed<T>(schema: z.ZodMiniType<T>, fields: unknown): T {
  const result = schema.safeParse(fields ?? {});
  if (result.success) return result.data;
  throw new OutsideError(400, `The request does not fit: ${z.prettifyError(result.error)}`);
}

/** By id, or by handle with or without the @. */
export function needPerson(world: World, name: string): Person {
  const found = world.people.get(name) ?? world.people.byHandle(name.replace(/^@/, ''));
  if (found) return found;
  throw new OutsideError(404, `Nobody here is called ${name}. GET state lists everybody.`);
}

/** A post that is still there. */
export function needPost(world: World, id: string): Post {
  const post = world.posts.get(id);
  if (post && !post.deleted) return post;
  throw new OutsideError(404, 'This post is gone. Load the page again.');
}

/** The other side of a conversation: named, or else the first account. */
export function otherSide(world: World, name: string | undefined): Person {
  const other = name ? needPerson(world, name) : world.people.ours()[0];
  if (other) return other;
  throw new OutsideError(404, 'There is no account to write to. Start the desk with an X account.');
}

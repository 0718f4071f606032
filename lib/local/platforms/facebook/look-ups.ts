import * as z from 'zod/mini';
import { Listing, listingArgs } from './comments.ts';
import { graphError } from './errors.ts';
import { parseFields, selectEdge, selectFields } from './fields.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { feedEdge } from './nodes.ts';
import { readParams } from './params.ts';
import { type Acquaintance, findAcquaintance, type Page } from './people.ts';
import type { Message } from './thread.ts';
import { conversationEdge, messageNode, profileNode } from './thread-nodes.ts';

/** Calls a second and page that the Conversations API allows. */
const CONVERSATION_RATE = 2;

/** How many follow each page; nobody here ever begins or ends to. */
const FOLLOWERS = 8_400;

const ConversationListing = z.extend(Listing, { user_id: z.optional(z.string()) });

/** GET /{page-id}/conversations, all or the one of a PSID. */
export function listConversations(call: GraphCall, page: Page): GraphAnswer {
  if (!call.usage.take(`${page.id} conversations`, CONVERSATION_RATE)) throw graphError('rate');
  const { user_id, ...listing } = readParams(ConversationListing, call.params);
  const edge = conversationEdge(call.world, page, user_id);
  return { body: selectEdge(edge, parseFields(listing.fields), listingArgs(listing)) };
}

/** GET /{page-id}/feed. */
export function listFeed(call: GraphCall, page: Page): GraphAnswer {
  return listPosts(call, page, false);
}

/** GET /{page-id}/posts: the feed without visitors' posts. */
export function listOwnPosts(call: GraphCall, page: Page): GraphAnswer {
  return listPosts(call, page, true);
}

function listPosts(call: GraphCall, page: Page, ours: boolean): GraphAnswer {
  const listing = readParams(Listing, call.params);
  const edge = feedEdge(call.world, page.id, ours);
  return { body: selectEdge(edge, parseFields(listing.fields), listingArgs(listing)) };
}

/** GET /{page-id}. */
export function readPage(call: GraphCall, page: Page): GraphAnswer {
  const { fields } = readParams(Listing, call.params);
  const node = {
    type: 'Page',
    defaults: ['name'],
    values: {
      id: page.id,
      name: page.name,
      link: `https://www.facebook.com/${page.id}`,
      followers_count: FOLLOWERS,
    },
  };
  return { body: selectFields(node, parseFields(fields)) };
}

/** GET /{psid}. */
export function readProfile(call: GraphCall, person: Acquaintance): GraphAnswer {
  const { fields } = readParams(Listing, call.params);
  return { body: selectFields(profileNode(call.world, person), parseFields(fields)) };
}

/** GET /{message-id}. */
export function readMessage(call: GraphCall, message: Message): GraphAnswer {
  const { fields } = readParams(Listing, call.params);
  const person = findAcquaintance(call.world.memory, message.pageId, message.personId);
  if (!person) throw graphError('noUser');
  return { body: selectFields(messageNode(call.world, call.page, person, message), parseFields(fields)) };
}

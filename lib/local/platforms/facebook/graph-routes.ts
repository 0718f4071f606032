import {
  changeComment,
  createComment,
  deleteComment,
  likeObject,
  listComments,
  readComment,
  unlikeObject,
} from './comments.ts';
import { GraphError, graphError, objectGone, unknownPath } from './errors.ts';
import { type Comment, findComment, findPost, type Post } from './feed.ts';
import type { GraphAnswer, GraphCall } from './graph-call.ts';
import { listConversations, listFeed, listOwnPosts, readMessage, readPage, readProfile } from './look-ups.ts';
import { changePost, createPhoto, createPost, createVideo, deletePost, readPost } from './page-posts.ts';
import { type Acquaintance, acquaintanceByPsid, findPage, type Page } from './people.ts';
import { sendMessage } from './send-api.ts';
import { listSubscriptions, subscribe, unsubscribe } from './subscriptions.ts';
import { findMessage, type Message } from './thread.ts';

/** Handlers of one kind of object by method and edge, such as `POST comments`; the object itself has no edge. */
type Routes<T> = Record<string, (call: GraphCall, object: T) => GraphAnswer>;

const PAGE: Routes<Page> = {
  'GET ': readPage,
  'POST messages': sendMessage,
  'GET conversations': listConversations,
  'POST feed': createPost,
  'GET feed': listFeed,
  'GET posts': listOwnPosts,
  'POST photos': createPhoto,
  'POST videos': createVideo,
  'GET subscribed_apps': listSubscriptions,
  'POST subscribed_apps': subscribe,
  'DELETE subscribed_apps': unsubscribe,
};

const FEED_OBJECT: Routes<Post | Comment> = {
  'POST comments': createComment,
  'GET comments': listComments,
  'POST likes': likeObject,
  'DELETE likes': unlikeObject,
};

const POST: Routes<Post> = { ...FEED_OBJECT, 'GET ': readPost, 'POST ': changePost, 'DELETE ': deletePost };

const COMMENT: Routes<Comment> = {
  ...FEED_OBJECT,
  'GET ': readComment,
  'POST ': changeComment,
  'DELETE ': deleteComment,
};

const MESSAGE: Routes<Message> = { 'GET ': readMessage };
const PERSON: Routes<Acquaintance> = { 'GET ': readProfile };

/** Finds the object and runs its handler. Throws a GraphError for whatever Graph refuses. */
export function dispatch(call: GraphCall, method: string, id: string, edge: string): GraphAnswer {
  checkGate(call.page, method);
  const { memory } = call.world;
  const key = `${method} ${edge}`;
  const page = id === 'me' ? call.page : findPage(memory, id);
  if (page) {
    if (page.id !== call.page.id) throw graphError('permission');
    return run(PAGE, key, call, page);
  }
  const comment = findComment(memory, id);
  if (comment?.pageId === call.page.id) return run(COMMENT, key, call, comment);
  const post = findPost(memory, id);
  if (post?.pageId === call.page.id) return run(POST, key, call, post);
  const message = findMessage(memory, id);
  if (message?.pageId === call.page.id) return run(MESSAGE, key, call, message);
  const person = acquaintanceByPsid(memory, call.page.id, id);
  if (person) return run(PERSON, key, call, person);
  throw objectGone(method, id);
}

function run<T>(routes: Routes<T>, key: string, call: GraphCall, object: T): GraphAnswer {
  const handler = Object.hasOwn(routes, key) ? routes[key] : undefined;
  if (handler) return handler(call, object);
  const [method = '', edge = ''] = key.split(' ');
  const isKnown = Object.keys(routes).some((known) => known.endsWith(` ${edge}`));
  if (edge && !isKnown) throw unknownPath(`/${edge}`);
  throw new GraphError({
    message: `Unsupported ${method.toLowerCase()} request.`,
    type: 'GraphMethodException',
    code: 100,
  });
}

/** Refusals that a page is under as a whole. A restriction of Messenger is checked where messages are sent. */
function checkGate(page: Page, method: string): void {
  if (page.gate === 'app-rate') throw graphError('appRate');
  if (page.gate === 'page-rate') throw graphError('pageRate');
  if (page.gate === 'rate') throw graphError('rate');
  if (page.gate === 'business-rate') throw graphError('businessRate');
  if (page.gate === 'abuse' && method !== 'GET') throw graphError('abuse');
}

import * as z from 'zod/mini';
import { seconds } from './events.ts';
import { action, type OutsideAction } from './outside-actions.ts';
import { needAcquaintance, needComment, needPage, OutsideError } from './outside-find.ts';
import { booleanParam } from './params.ts';
import { GATES } from './people.ts';
import { notePrivateReply } from './private-reply.ts';
import { signedRequest } from './signature.ts';
import { sendFromPage } from './thread-actions.ts';
import { INBOX_APP_ID } from './world.ts';

const flag = z.optional(booleanParam);

/** What Meta, or staff of ours outside the desk, does to a page. */
export const switches: Record<string, OutsideAction> = {
  /** Someone of ours answers in Meta's inbox; with `commentId` it is the one private reply to that comment. */
  inbox: action(
    z.object({ pageId: z.string(), person: z.string(), text: z.string(), commentId: z.optional(z.string()) }),
    (world, wanted) => {
      const to = needAcquaintance(world, wanted.pageId, wanted.person);
      const message = sendFromPage(world, to, { text: wanted.text }, INBOX_APP_ID);
      if (wanted.commentId !== undefined)
        notePrivateReply(world, needComment(world, wanted.commentId), message.mid);
      return { mid: message.mid, psid: to.psid };
    },
  ),
  /** Refuses a page's calls for one reason until it is `open` again. */
  gate: action(z.object({ pageId: z.string(), gate: z.enum(GATES) }), (world, wanted) => {
    const page = needPage(world, wanted.pageId);
    world.memory.run('UPDATE page SET gate = ? WHERE id = ?', wanted.gate, page.id);
    return { pageId: page.id, gate: wanted.gate };
  }),
  /** Switches the inconvenient ways of delivery on or off; what is not named stays. */
  modes: action(
    z.object({ batch: flag, duplicate: flag, reorder: flag, anonymous: flag }),
    (world, wanted) => {
      const { modes } = world.deliveries;
      modes.batch = wanted.batch ?? modes.batch;
      modes.duplicate = wanted.duplicate ?? modes.duplicate;
      modes.reorder = wanted.reorder ?? modes.reorder;
      modes.anonymous = wanted.anonymous ?? modes.anonymous;
      return modes;
    },
  ),
  /** Posts a deauthorize or data deletion callback to `url` and tells what was answered. */
  callbacks: action(z.object({ url: z.url(), userId: z.string() }), async (world, wanted) => {
    const body = new URLSearchParams({
      signed_request: signedRequest(world.appSecret, wanted.userId, seconds(world.now())),
    });
    try {
      const response = await fetch(wanted.url, { method: 'POST', body, signal: AbortSignal.timeout(5_000) });
      return { status: response.status, body: await response.text() };
    } catch {
      throw new OutsideError(
        `Nothing answered at ${wanted.url}. Check that the desk runs and that the address is right.`,
      );
    }
  }),
};

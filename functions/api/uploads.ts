import * as z from 'zod/mini';
import { ChannelName } from '../domain/channel-name.ts';
import { Visibility } from '../domain/message.ts';
import { uploadKey } from '../media/keys.ts';
import { presignUpload } from '../media/presigned.ts';
import { fileToUpload } from '../media/uploads.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { agentOf } from './agent.ts';
import { bodyOf, json } from './json.ts';
import { refused } from './refused.ts';
import type { ApiServices } from './services.ts';

const NewUpload = z.object({
  /** Where the file is to be sent: what is taken differs from platform to platform. */
  channel: ChannelName,
  visibility: Visibility,
  /** What it goes with: an answer, or a post of our own, which takes other files than a comment. */
  use: z._default(z.enum(['reply', 'post']), 'reply'),
  contentType: z.string().check(z.regex(/^[\w.+-]+\/[\w.+-]+$/, 'is no MIME type such as image/jpeg')),
  /** In bytes. */
  size: z.number().check(z.int(), z.gte(1)),
  name: z.string().check(z.minLength(1), z.maxLength(200)),
});

/**
 * `POST /api/uploads`: the address to which an agent's browser puts one file of this type and size, and no other, within a quarter of
 * an hour. The id then names the file in a reply; one that no reply takes is gone a day later.
 */
export async function postUpload(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { channel, visibility, use, contentType, size, name } = bodyOf(request, NewUpload);
  const file = fileToUpload(contentType, size);
  if ('code' in file) throw refused(file);
  const sender = services.senderOf(channel);
  const refusal =
    use === 'post' ? sender?.posts.refusesMedia([file]) : sender?.refusesMedia([file], visibility);
  if (refusal) throw refused(refusal);
  const id = services.nonce();
  const wanted = { contentType: file.contentType, size, name };
  const upload = await presignUpload(services.bucket, uploadKey(id), wanted, services.desk.clock());
  return json(201, { id, ...upload });
}

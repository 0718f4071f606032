import * as z from 'zod/mini';
import type { Access, LookOutcome, Media, Publication, SendOutcome } from '../sending.ts';
import { callGraph } from './graph-call.ts';
import { EARLIER_TRY, earliest, notAsked, SETTLED_AFTER } from './look.ts';
import { lenient, NativeId } from './meta-fields.ts';
import type { Failure } from './outcome.ts';
import { refusals } from './refusals.ts';
import { comparable } from './words.ts';

const Created = z.object({ id: NativeId, post_id: lenient(NativeId) });
const Posts = z.object({
  data: z.array(
    z.object({
      id: NativeId,
      message: lenient(z.string()),
      created_time: z.string(),
      full_picture: lenient(z.string()),
    }),
  ),
});

/** Meta fetches a picture or film before it answers. */
const MEDIA_PATIENCE = 20_000;
/** As many posts as Graph gives at once. */
const PAGE = 100;

/** Publishes a post of our page: words, pictures or a film. */
export async function publishPost(publication: Publication, access: Access): Promise<SendOutcome> {
  const { media } = publication;
  const [first] = media;
  const answer =
    first?.type === 'video'
      ? await film(publication, first, access)
      : media.length === 1 && first
        ? await picture(publication, first, access)
        : await words(publication, access);
  if ('outcome' in answer) return answer;
  if (answer.ok) return { outcome: 'sent', nativeId: answer.value.post_id ?? answer.value.id };
  const { failure } = answer;
  return failure.refusal.code === refusals.duplicate.code
    ? earlierTry(publication, access, failure)
    : failure;
}

function film({ text }: Publication, { url }: Media, access: Access) {
  const body = { file_url: url, ...(text.trim() !== '' && { description: text }) };
  return post(access, 'videos', body, MEDIA_PATIENCE);
}

function picture({ text }: Publication, { url }: Media, access: Access) {
  return post(access, 'photos', { url, ...(text.trim() !== '' && { message: text }) }, MEDIA_PATIENCE);
}

/** Several pictures are put there first, unseen, and shown by the post that names them. What fails before that may be repeated. */
async function words({ text, media }: Publication, access: Access) {
  const staged: { media_fbid: string }[] = [];
  for (const { url } of media) {
    const answer = await post(access, 'photos', { url, published: false }, MEDIA_PATIENCE);
    if (!answer.ok) return answer.failure.outcome === 'unconfirmed' ? again(answer.failure) : answer;
    staged.push({ media_fbid: answer.value.id });
  }
  const body = {
    ...(text.trim() !== '' && { message: text }),
    ...(staged.length > 0 && { attached_media: staged }),
  };
  return post(access, 'feed', body);
}

function again({ refusal }: Failure): SendOutcome {
  return { outcome: 'retry', afterSeconds: 10, refusal, wholeAccount: false };
}

function post(access: Access, edge: 'feed' | 'photos' | 'videos', body: object, patience?: number) {
  const path = `${encodeURIComponent(access.accountId)}/${edge}`;
  return callGraph(
    access,
    { method: 'POST', path, body, ...(patience !== undefined && { patience }) },
    Created,
  );
}

/** Facebook takes no words twice. It may have them from an earlier try of ours whose answer got lost. */
async function earlierTry(publication: Publication, access: Access, failure: Failure): Promise<SendOutcome> {
  const earlier = await find(publication, access, access.now - EARLIER_TRY);
  if (earlier.found === 'yes') return { outcome: 'sent', nativeId: earlier.nativeId };
  return earlier.found === 'no' ? failure : { outcome: 'unconfirmed', refusal: earlier.refusal };
}

/** Looks for a post among the latest of our page. */
export async function lookForPost(
  publication: Publication,
  access: Access,
  since: string,
): Promise<LookOutcome> {
  const found = await find(publication, access, earliest(since));
  if (found.found !== 'no') return found;
  const patience = SETTLED_AFTER[publication.media.length > 0 ? 'media' : 'text'];
  if (access.now - Date.parse(since) >= patience) return found;
  return { found: 'unknown', refusal: refusals.settling };
}

/** `from` is epoch milliseconds. */
async function find({ text, media }: Publication, access: Access, from: number): Promise<LookOutcome> {
  const query = { fields: 'id,message,created_time,full_picture', limit: String(PAGE) };
  const path = `${encodeURIComponent(access.accountId)}/posts`;
  const answer = await callGraph(access, { method: 'GET', path, query }, Posts);
  if (!answer.ok) return notAsked(answer.failure);
  const recent = answer.value.data.filter(({ created_time }) => !(Date.parse(created_time) < from));
  const wantsPicture = media.some(({ type }) => type === 'image');
  const match = recent.find(
    ({ message, full_picture }) =>
      comparable(message ?? '') === comparable(text) && (!wantsPicture || full_picture !== undefined),
  );
  if (match) return { found: 'yes', nativeId: match.id };
  return recent.length >= PAGE ? { found: 'unknown', refusal: refusals.crowded } : { found: 'no' };
}

import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { platformVersions } from '../platform-versions.ts';
import type { Media } from '../sending.ts';
import type { ApiCall, Reply, XApi } from './api.ts';
import { Id, lenient } from './lenient.ts';
import { isOfFittingSize, kindOf, type MediaKind } from './media-limits.ts';
import { type Failure, failureOf } from './outcome.ts';
import { refusals } from './refusals.ts';

const PATH = `/${platformVersions.xApi.value}/media/upload`;
/** X takes segments of up to 5 MB. */
const SEGMENT = 4 * 1024 * 1024;
/** Seconds that X may take to prepare a film before the message steps back; a worker must not wait for longer. */
const PATIENCE = 20;

const Upload = z.object({
  data: z.object({
    id: Id,
    processing_info: lenient(z.object({ state: z.string(), check_after_secs: lenient(z.number()) })),
  }),
});
type Upload = z.infer<typeof Upload>['data'];

/** Uploads all or none; ids in the order of the media. Nobody sees an upload before it is attached, so any failure may be repeated. */
export async function uploadAll(
  api: XApi,
  media: Media[],
  use: 'tweet' | 'dm',
): Promise<{ ids: string[] } | Failure> {
  const ids: string[] = [];
  for (const medium of media) {
    const uploaded = await upload(api, medium, use);
    if ('outcome' in uploaded) return uploaded;
    ids.push(uploaded.id);
  }
  return { ids };
}

async function upload(api: XApi, medium: Media, use: 'tweet' | 'dm'): Promise<Upload | Failure> {
  const kind = kindOf(medium);
  if (kind === undefined) return { outcome: 'failed', refusal: refusals.mediaRefused };
  const bytes = await medium.bytes().catch(() => undefined);
  if (bytes === undefined) return later(refusals.fileUnavailable);
  if (!isOfFittingSize(bytes, kind)) return { outcome: 'failed', refusal: refusals.mediaRefused };
  const begun = await begin(api, { medium, bytes, kind, use });
  if ('outcome' in begun) return begun;
  for (let index = 0; index * SEGMENT < bytes.length; index += 1) {
    const form = new FormData();
    form.set('segment_index', String(index));
    form.set('media', new Blob([bytes.slice(index * SEGMENT, (index + 1) * SEGMENT)]));
    const reply = await api.call({ method: 'POST', path: `${PATH}/${begun.id}/append`, form });
    if (!isSuccess(reply)) return failureOf(reply, 'upload', {}, api.now);
  }
  const finished = await step(api, { method: 'POST', path: `${PATH}/${begun.id}/finalize` });
  return 'outcome' in finished ? finished : prepared(api, finished);
}

function begin(
  api: XApi,
  given: { medium: Media; bytes: Uint8Array; kind: MediaKind; use: string },
): Promise<Upload | Failure> {
  const json = {
    media_type: given.medium.contentType,
    total_bytes: given.bytes.length,
    media_category: `${given.use}_${given.kind}`,
  };
  return step(api, { method: 'POST', path: `${PATH}/initialize`, json });
}

/** Waits as long as X asks to, until a film is ready. */
async function prepared(api: XApi, finished: Upload): Promise<Upload | Failure> {
  let upload = finished;
  for (let waited = 0; ; ) {
    const state = upload.processing_info?.state ?? 'succeeded';
    if (state === 'succeeded') return upload;
    if (state === 'failed') return { outcome: 'failed', refusal: refusals.mediaRefused };
    const seconds = Math.max(1, upload.processing_info?.check_after_secs ?? 1);
    if (waited + seconds > PATIENCE) return later(refusals.stillPreparing);
    await wait(seconds * 1000);
    waited += seconds;
    const query = { command: 'STATUS', media_id: upload.id };
    const next = await step(api, { method: 'GET', path: PATH, query });
    if ('outcome' in next) return next;
    upload = next;
  }
}

async function step(api: XApi, call: ApiCall): Promise<Upload | Failure> {
  const reply = await api.call(call);
  const read = Upload.safeParse(isSuccess(reply) ? reply.body : undefined);
  return read.success ? read.data.data : failureOf(reply, 'upload', {}, api.now);
}

function isSuccess(reply: Reply): reply is Extract<Reply, { answered: true }> {
  return reply.answered && reply.status >= 200 && reply.status < 300;
}

function later(refusal: Extract<Failure, { outcome: 'retry' }>['refusal']): Failure {
  return { outcome: 'retry', afterSeconds: 30, refusal, wholeAccount: false };
}

import * as z from 'zod/mini';
import { badParameter, graphError } from './errors.ts';
import { checkFetchable, checkLength } from './graph-call.ts';
import { urlParam } from './params.ts';
import type { MessageExtras } from './thread.ts';
import type { MessageContent } from './thread-actions.ts';

const TEXT_LENGTH = 2_000;
const METADATA_LENGTH = 999;

const Media = z.strictObject({
  type: z.enum(['image', 'video', 'audio', 'file']),
  payload: z.strictObject({
    url: z.optional(urlParam),
    is_reusable: z.optional(z.boolean()),
    attachment_id: z.optional(z.union([z.string(), z.number()])),
  }),
});
const Button = z.union([
  z.strictObject({
    type: z.literal('postback'),
    title: z.string(),
    payload: z.string().check(z.maxLength(1_000)),
  }),
  z.strictObject({ type: z.literal('web_url'), title: z.string(), url: urlParam }),
]);
/** The payload of a button template: a text with one to three buttons. */
export const ButtonPayload = z.strictObject({
  template_type: z.literal('button'),
  text: z.string().check(z.minLength(1), z.maxLength(640)),
  buttons: z.array(Button).check(z.minLength(1), z.maxLength(3)),
});
const ButtonTemplate = z.strictObject({ type: z.literal('template'), payload: ButtonPayload });
const QuickReply = z.strictObject({
  content_type: z.literal('text'),
  title: z.string().check(z.minLength(1), z.maxLength(20)),
  payload: z.string().check(z.maxLength(1_000)),
  image_url: z.optional(urlParam),
});

/** The `message` of a Send API call. What is not named here is refused. */
export const MessageParam = z.strictObject({
  text: z.optional(z.string()),
  metadata: z.optional(z.string()),
  attachment: z.optional(z.union([Media, ButtonTemplate])),
  attachments: z.optional(z.array(Media).check(z.minLength(1), z.maxLength(30))),
  quick_replies: z.optional(z.array(QuickReply).check(z.maxLength(13))),
});
type MessageParam = z.infer<typeof MessageParam>;

/** Checks what the schema cannot and gives the message as it is kept. Throws error 100 with the reason. */
export function readContent(message: MessageParam, replyTo: string | undefined): MessageContent {
  const attachments = message.attachments ?? (message.attachment ? [message.attachment] : []);
  if (message.attachment && message.attachments)
    throw badParameter('Param message takes attachment or attachments');
  if (message.text !== undefined && attachments.length > 0) {
    throw badParameter('Param message must not hold a text and an attachment together');
  }
  if (!message.text?.trim() && attachments.length === 0) {
    throw badParameter('Message cannot be empty, must provide valid attachment or text');
  }
  if (message.attachments?.some(({ type }) => type !== 'image'))
    throw badParameter('Param attachments takes images only');
  checkLength('message[text]', message.text, TEXT_LENGTH);
  checkLength('message[metadata]', message.metadata, METADATA_LENGTH);
  const extras: MessageExtras = {
    attachments: attachments.length > 0 ? attachments.map(keptAttachment) : undefined,
    quickReplies: message.quick_replies,
    metadata: message.metadata,
    replyTo,
  };
  return { text: message.text, extras };
}

function keptAttachment(attachment: NonNullable<MessageParam['attachment']>) {
  if (attachment.type === 'template') return attachment;
  const { url, attachment_id } = attachment.payload;
  if (attachment_id !== undefined) throw graphError('attachmentNotOwned');
  if (url === undefined) throw badParameter('Param message[attachment][payload][url] is required');
  checkFetchable(url);
  return { type: attachment.type, payload: { url } };
}

/** Whether Messenger counts the message against the stricter limit of audio and video. */
export function isHeavy(content: MessageContent): boolean {
  return content.extras?.attachments?.some(({ type }) => type === 'audio' || type === 'video') ?? false;
}

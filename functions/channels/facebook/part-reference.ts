/** Messenger takes words and media apart, so one message of ours may be two of theirs. The words come last and stand for it. */
const MEDIA = '#media';

/** What the media part of a message of ours carries along, so that its echo is not taken for the whole. */
export function mediaReference(messageId: string): string {
  return messageId + MEDIA;
}

/** Whether an echo brings back the reference of a media part. */
export function isMediaReference(reference: string | undefined): boolean {
  return reference?.endsWith(MEDIA) ?? false;
}

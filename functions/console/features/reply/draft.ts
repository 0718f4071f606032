/** Whom the text is for: everybody, the person, one's colleagues, or the person with a question to go on in private. */
export type Mode = 'public' | 'private' | 'note' | 'invite';

/** Whether files can go with such a text. */
export const takesFiles = (mode: Mode): mode is 'public' | 'private' =>
  mode === 'public' || mode === 'private';

/** A file that goes with an answer. */
export interface Upload {
  key: string;
  name: string;
  contentType: string;
  state: 'uploading' | 'ready' | 'failed';
  /** What names it in the answer, once it is there. */
  uploadId?: string;
  why?: string;
}

/** An answer that is being written. */
export interface Draft {
  text: string;
  mode: Mode | undefined;
  files: Upload[];
  /** Mentioned colleagues, by the name that stands in the text. */
  mentions: { id: string; name: string }[];
  /** What was written before it was put into the language of the customer. */
  untranslated?: string | undefined;
}

export const emptyDraft: Draft = { text: '', mode: undefined, files: [], mentions: [] };

/** What is left of a draft once an earlier form of it is sent: whatever was written, added or chosen while that was on its way. */
export function writtenSince(now: Draft, sent: Draft): Draft {
  const more = now.text.startsWith(sent.text) ? now.text.slice(sent.text.length).trimStart() : now.text;
  return {
    text: more,
    mode: now.mode,
    files: now.files.filter(({ key }) => sent.files.every((file) => file.key !== key)),
    mentions: now.mentions.filter(({ name }) => more.includes(`@${name}`)),
  };
}

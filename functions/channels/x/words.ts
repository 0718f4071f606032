import twitterText from 'twitter-text';
import * as z from 'zod/mini';
import { lenient } from './lenient.ts';
import { typedText } from './text.ts';

/** A text of ours as X gives it back: links shortened, three characters escaped, handles before it, its media linked after it. */
export const ShownText = z.object({
  text: lenient(z.string()),
  entities: lenient(
    z.object({ urls: lenient(z.array(z.object({ url: z.string(), expanded_url: lenient(z.string()) }))) }),
  ),
});
export type ShownText = z.infer<typeof ShownText>;

/** The link to a post's or message's own picture or film. */
const OWN_MEDIA =
  /^https:\/\/(?:x|twitter)\.com\/(?:messages\/media\/\d+|\w+\/status\/\d+\/(?:photo|video)\/\d+)/;
const HANDLES = /^(?:\s*@\w+)+\s*/;

/** What was sent, in a form that `shownWords` gives for the same words. */
export function sentWords(text: string): string {
  let plain = '';
  let position = 0;
  for (const { url, indices } of twitterText.extractUrlsWithIndices(text)) {
    plain += text.slice(position, indices[0]) + target(url);
    position = indices[1];
  }
  return comparable(plain + text.slice(position));
}

/** What X shows, in a form that `sentWords` gives for the same words. */
export function shownWords({ text, entities }: ShownText): string {
  const links = new Map((entities?.urls ?? []).map(({ url, expanded_url }) => [url, expanded_url ?? url]));
  const plain = typedText(text ?? '').replace(/https:\/\/t\.co\/\w+/g, (short) => {
    const link = links.get(short) ?? short;
    return OWN_MEDIA.test(link) ? '' : target(link);
  });
  return comparable(plain);
}

/** X writes the scheme before a bare domain and may encode what was typed plainly. */
function target(link: string): string {
  const bare = link
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();
  try {
    return decodeURI(bare);
  } catch {
    return bare;
  }
}

function comparable(text: string): string {
  return text.normalize('NFC').replace(HANDLES, '').replace(/\s+/g, ' ').trim();
}

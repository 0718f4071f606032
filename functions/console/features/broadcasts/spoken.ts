import type { Variants } from '../../api/broadcast.ts';
import type { Audience } from '../../api/incident.ts';

/** What is to be said to many: one text, and what some of them read instead. */
export interface Spoken {
  text: string;
  variants: Variants;
  audiences: Audience[];
}

/** A copy in which an audience has a text of its own. */
export function withVariant(spoken: Spoken, audience: Audience, text: string, subject = ''): Spoken {
  const variant = audience === 'email' ? { subject, text } : { text };
  return { ...spoken, variants: { ...spoken.variants, [audience]: variant } };
}

/** A copy in which an audience reads the common text. */
export function withoutVariant(spoken: Spoken, audience: Audience): Spoken {
  const { [audience]: _, ...variants } = spoken.variants;
  return { ...spoken, variants };
}

/** A copy that an audience hears, or does not. */
export function heardBy(spoken: Spoken, audience: Audience, hears: boolean): Spoken {
  const others = spoken.audiences.filter((one) => one !== audience);
  return { ...spoken, audiences: hears ? [...others, audience] : others };
}

/** Only the variants of those who hear it: what was written for others is not said. */
export function spokenVariants({ variants, audiences }: Spoken): Variants {
  return Object.fromEntries(
    audiences.flatMap((audience) => {
      const variant = variants[audience];
      return variant === undefined ? [] : [[audience, variant]];
    }),
  );
}

const known: Record<string, string> = {};

/** A text as one person would read it, with `words` for its placeholders. */
export function sampleOf(text: string, words: Record<string, string> = known): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => words[name] ?? place);
}

import type { Conversation } from './conversation.ts';

/** What a text for one person may name. */
export const placeholders = ['{name}', '{handle}', '{asked}', '{topic}'] as const;

/** The words in braces that readers would see as they stand; those that each person's words are put in stand for themselves elsewhere. */
export function openPlaces(text: string, isPersonal: boolean): string[] {
  const filled: readonly string[] = isPersonal ? placeholders : [];
  return (text.match(/\{\w+\}/g) ?? []).filter((place) => !filled.includes(place));
}

/** The words of a first name; people who go by a handle alone are called by it. */
function nameOf({ name, handle }: Conversation['contact']): string {
  const first = name?.trim().split(/\s+/)[0];
  return first || handle || 'there';
}

/**
 * A text with the person's name, when they asked and what about in the places that wait for them. A text in braces that stands for
 * nothing stays as it is.
 */
export function filledFor(
  text: string,
  {
    contact,
    unanswered,
    lastInboundAt,
    openedAt,
  }: Pick<Conversation, 'contact' | 'unanswered' | 'lastInboundAt' | 'openedAt'>,
  topic: string,
): string {
  const askedAt = unanswered[0]?.at ?? lastInboundAt ?? openedAt;
  const words: Record<string, string> = {
    '{name}': nameOf(contact),
    '{handle}': contact.handle === undefined ? nameOf(contact) : `@${contact.handle}`,
    '{asked}': dayFormat.format(new Date(askedAt)),
    '{topic}': topic,
  };
  return text.replace(/\{\w+\}/g, (place) => words[place] ?? place);
}

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });

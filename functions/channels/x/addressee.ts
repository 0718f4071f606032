/** A handle in a post's text, with where it starts. */
export interface Mention {
  id?: string | undefined;
  handle?: string | undefined;
  start?: number | undefined;
}

/**
 * Whom a post of ours speaks to: the author of what it answers. When we continue our own reply (the second of two posts),
 * that is the person whom X put at the head of the text; without one it continues a thread of our own and speaks to all.
 */
export function addressee(
  accountId: string,
  repliedUser: string | undefined,
  mentions: Mention[],
): string | undefined {
  if (repliedUser !== accountId) return repliedUser;
  return mentions.find((mention) => mention.start === 0 && mention.id !== accountId)?.id;
}

/** A conversation of two is named by both ids, `<one>:<other>`; a group's name tells of nobody. */
export function otherParty(accountId: string, conversationId: string | undefined): string | undefined {
  const parties = (conversationId ?? '').split(':');
  if (parties.length !== 2 || !parties.includes(accountId)) return undefined;
  return parties.find((party) => party !== accountId && /^\d+$/.test(party));
}

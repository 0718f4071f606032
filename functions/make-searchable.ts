import { type ContactSign, signsOfProfile, signsOfText, speaksFor, whyOf } from './domain/contact-sign.ts';
import type { Conversation } from './domain/conversation.ts';
import { HARK, propose } from './domain/merge.ts';
import type { Message } from './domain/message.ts';
import { tellingWords, wordsOf } from './domain/search-words.ts';
import { noteSign } from './store/contact-signs.ts';
import { getMerge, putMerge } from './store/merges.ts';
import { keepNames, keepWords } from './store/search.ts';
import type { Table } from './store/table.ts';

/** Where words are kept, and what the work is told with. */
export interface Catalogue {
  table: Table;
  now: string;
  traceId: string;
}

/** Lets a person be found by their names, and looks who else is called the same elsewhere. */
export async function catalogPerson(conversation: Conversation, catalogue: Catalogue): Promise<void> {
  const { id: conversationId, contact } = conversation;
  const names = wordsOf(`${contact.name ?? ''} ${contact.handle ?? ''}`);
  const whole = contact.handle === undefined ? [] : [contact.handle.toLowerCase()];
  await keepNames(catalogue.table, { conversationId, names: [...new Set([...names, ...whole])] });
  await compare(signsOfProfile(contact), conversation, catalogue);
}

/** Lets a conversation be found by the words of a customer's message, and looks who else wrote the same address or number. */
export async function catalogMessage(
  message: Message,
  conversation: Conversation,
  catalogue: Catalogue,
): Promise<void> {
  const { id: conversationId } = conversation;
  await keepWords(catalogue.table, { conversationId, words: tellingWords(message.text), at: message.at });
  await compare(signsOfText(message.text), conversation, catalogue);
}

/** Proposes to merge contacts with equal signs. It is for people to decide, so what they decided once is not proposed again. */
async function compare(
  signs: readonly ContactSign[],
  { contactId, channel }: Conversation,
  { table, now, traceId }: Catalogue,
): Promise<void> {
  for (const sign of signs) {
    const others = await noteSign(table, sign, { contactId, channel });
    for (const other of others.filter((holder) => speaksFor(sign, [channel, holder.channel]))) {
      const pair = [contactId, other.contactId] as const;
      const merge = propose(pair, await getMerge(table, pair), { why: whyOf(sign), by: HARK, now });
      if (!merge) continue;
      const data = { contactId, otherId: other.contactId };
      await putMerge(table, merge, {
        event: { name: 'contact.proposed', data },
        at: now,
        actor: HARK,
        traceId,
      });
    }
  }
}

import { avatarOf } from './avatar.ts';
import { graphTime } from './events.ts';
import type { GraphEdge, GraphNode } from './fields.ts';
import { type Acquaintance, acquaintanceByPsid, findAcquaintance, findActor, type Page } from './people.ts';
import { type Message, messagesOf, threadsOf } from './thread.ts';
import type { World } from './world.ts';

/** The page's conversations, the latest first, or only the one with the person of a PSID. */
export function conversationEdge(world: World, page: Page, psid: string | undefined): GraphEdge {
  const { memory } = world;
  const wanted = psid === undefined ? undefined : acquaintanceByPsid(memory, page.id, psid)?.personId;
  const people = threadsOf(memory, page.id).filter((id) => psid === undefined || id === wanted);
  const known = people.flatMap((personId) => findAcquaintance(memory, page.id, personId) ?? []);
  return { nodes: known.map((person) => conversationNode(world, page, person)) };
}

function conversationNode(world: World, page: Page, person: Acquaintance): GraphNode {
  const messages = messagesOf(world.memory, page.id, person.personId).reverse();
  const newest = messages[0]?.createdAt ?? 0;
  return {
    type: 'UnifiedThread',
    defaults: ['link', 'updated_time'],
    values: {
      id: `t_${person.psid}`,
      link: `/${page.id}/inbox/${person.psid}/`,
      updated_time: graphTime(newest),
      message_count: messages.length,
      unread_count: messages.filter((one) => !one.fromPage && one.createdAt > person.seenAt).length,
      snippet: messages[0]?.text ?? '',
      participants: { data: [personParty(world, person), pageParty(page)] },
      messages: (): GraphEdge => ({ nodes: messages.map((one) => messageNode(world, page, person, one)) }),
    },
  };
}

/** One message of a conversation, as `GET /{message-id}` knows it. */
export function messageNode(world: World, page: Page, person: Acquaintance, message: Message): GraphNode {
  const [from, to] = message.fromPage
    ? [pageParty(page), personParty(world, person)]
    : [personParty(world, person), pageParty(page)];
  const attachments = message.extras.attachments?.map(({ type, payload }, index) => ({
    id: `${message.seq}${index}`,
    mime_type: type,
    file_url: payload.url,
  }));
  return {
    type: 'Message',
    defaults: ['created_time'],
    values: {
      id: message.mid,
      message: message.text ?? '',
      from,
      to: { data: [to] },
      created_time: graphTime(message.createdAt),
      attachments: attachments && { data: attachments },
    },
  };
}

/** A person as the Messenger profile API shows them to a page. */
export function profileNode(world: World, person: Acquaintance): GraphNode {
  const name = findActor(world.memory, person.personId)?.name ?? '';
  const [first, ...rest] = name.split(' ');
  return {
    type: 'User',
    defaults: ['first_name', 'last_name', 'profile_pic'],
    values: {
      id: person.psid,
      name,
      first_name: first,
      last_name: rest.join(' '),
      profile_pic: avatarOf(person.personId, name),
    },
  };
}

function personParty(world: World, person: Acquaintance) {
  const name = findActor(world.memory, person.personId)?.name;
  return { name, email: `${person.psid}@facebook.com`, id: person.psid };
}

function pageParty(page: Page) {
  return { name: page.name, email: `${page.id}@facebook.com`, id: page.id };
}

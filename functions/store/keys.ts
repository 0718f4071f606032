/**
 * The data model: one table, and every way in which it is read.
 *
 * | #   | Access pattern                                            | Where                                               |
 * |-----|-----------------------------------------------------------|-----------------------------------------------------|
 * | A1  | a conversation by id                                      | CONV#id / CONV                                      |
 * | A2  | its messages, by the platform's time                      | CONV#id / MSG#ordered id                            |
 * | A3  | its activity, in order (also the outbox)                  | CONV#id / EVT#ordered id                            |
 * | A4  | where a platform's id leads                               | REF#channel#account#native id / REF                 |
 * | A5  | a person on a channel                                     | PERSON#channel#native id / PERSON                   |
 * | A6  | a contact                                                 | CONTACT#id / CONTACT                                |
 * | A7  | a post                                                    | POST#channel#account#native id / POST               |
 * | A8  | whether a person's like or share was counted              | ENG#channel#account#target / BY#sort#person         |
 * | A9  | conversations of a status and channel, most urgent first  | index inbox: status#channel#shard / urgency         |
 * | A10 | conversations of a team and status, most urgent first     | index team: status#team#shard / urgency             |
 * | A11 | what falls due before an instant                          | index due: DUE#shard / instant#key                  |
 * | A12 | settings by name                                          | SETTINGS#name / SETTINGS                            |
 * | A13 | events of a day that nobody understood                    | UNREAD#day / ordered id                             |
 * | A14 | how far the mail of an alert came                         | ALERT#conversation_clock_step / ALERT               |
 * | A15 | how many conversations a view holds                       | TALLY#group / of#shard                              |
 * | A16 | whether an event was tallied                              | SEEN#event id / SEEN                                |
 * | A17 | what a write with an idempotency key answered             | IDEM#agent#key / IDEM                               |
 * | A18 | how many liked and shared a message or post               | ENG#channel#account#target / COUNT                  |
 * | A19 | messages of ours in a state that somebody watches         | index inbox: OUT#state#shard / instant#id           |
 * | A20 | how much of an account's call budget is used up           | BUDGET#channel#account / use                        |
 * | A21 | the accounts of ours and how they fare                    | ACCOUNTS / channel#account                          |
 * | A22 | the news of an account (its outbox)                       | ACCOUNT#channel#account / EVT#ordered id            |
 * | A30 | a ticket that opens the live connection                   | TICKET#hash / TICKET                                |
 * | A31 | the pages that are connected                              | LIVE / connection id                                |
 * | A32 | who looks at a conversation now                           | LOOK#conversation id / connection id                |
 * | A35 | the agents of the desk                                    | AGENTS / agent                                      |
 * | A36 | a conversation's notes, in order                          | CONV#id / NOTE#ordered id                           |
 * | A37 | conversations of an owner and status, most urgent first   | index owner: status#agent#shard / urgency           |
 * | A38 | conversations in which an agent was mentioned             | MENTIONED#agent / conversation                      |
 * | A39 | conversations of a contact, in order                      | CONTACT#id / THREAD#conversation                    |
 * | A40 | whether a contact is the same person as another           | CONTACT#id / MERGE#other contact                    |
 * | A41 | the news of a contact (its outbox)                        | CONTACT#id / EVT#ordered id                         |
 * | A42 | changes of settings, in order                             | AUDIT / ordered id                                  |
 * | A43 | conversations in which a word was said, the latest first  | WORD#word / conversation                            |
 * | A44 | conversations of people whose name begins so              | NAME#two letters / name#conversation                |
 * | A45 | contacts that share a handle, an address or a number      | SIGN#kind#value / contact                           |
 * | A46 | how many events nobody understood, by day and reason      | DROPPED / day#reason                                |
 * | A47 | how late alerts left, by day                              | LATENESS / day                                      |
 * | A50 | a broadcast                                               | BROADCAST#id / BROADCAST                            |
 * | A51 | broadcasts, and incidents, latest first                   | index inbox: BROADCASTS or INCIDENTS / id           |
 * | A52 | what a broadcast sends: a post or a recipient each        | BROADCAST#id / TO#audience#name                     |
 * | A53 | how far a broadcast came, by audience                     | BROADCAST#id / COUNT#audience#shard                 |
 * | A54 | an incident                                               | INCIDENT#id / INCIDENT                              |
 * | A55 | the conversations of an incident                          | INCIDENT#id / CONV#conversation id                  |
 * | A56 | how many conversations an incident has, by state          | INCIDENT#id / COUNT#shard                           |
 * | A58 | incidents that are open, latest first                     | index team: INCIDENTS#open / id                     |
 * | A59 | the news of a broadcast or incident (their outbox)        | BROADCAST#id or INCIDENT#id / EVT#ordered id        |
 * | A60 | what the status page tells of                             | STATUS / ENTRY#id                                   |
 * | A62 | a subscriber by the hash of their address                 | SUBSCRIBER#id / SUBSCRIBER                          |
 * | A63 | subscribers of a state, in order of their ids             | index inbox: SUB#state#shard / id                   |
 * | A64 | how many subscribers there are, by state                  | SUBSCRIBERS / COUNT                                 |
 * | A65 | how often somebody asked for mail within an hour          | ASKED#caller / hour                                 |
 * | A66 | conversations that spoke of a topic, by five minutes      | HEARD#team#topic / instant                          |
 * | A67 | spikes, latest first, and their news (outbox)             | SPIKES / SPIKE#ordered id, EVT#ordered id           |
 * | A68 | what a team was last told of                              | SPIKEWATCH#team / WATCH                             |
 * | A70 | messages that the classifier misread                      | CORRECTIONS / message id                            |
 * | A71 | how many messages got which label, by day                 | TRIAGED / day#shard                                 |
 * | A75 | to whom the same text went on a day                      | SENT#day / hash of the text                         |
 * | A76 | how our promises of a day fared                           | PROMISES / day                                      |
 * | A77 | the latest promises that were broken                      | BROKEN / ordered id                                 |
 * | A78 | good answers that a team gave                             | ANSWERS#team / conversation                         |
 * | A79 | where the link of a question to an expert leads           | ANSWERLINK#hash of the token / LINK                 |
 * | A80 | how many tokens a language model took on a day            | SPEND#day / TOKENS                                  |
 * | A85 | how fast a post is liked, shared and answered, by minute  | PACE#channel#account#post / MIN#minute              |
 * | A86 | the conversations about a post                            | PACE#channel#account#post / CONV#id                 |
 * | A87 | the crowd around a post, as the lead was told of it       | PACE#channel#account#post / CROWD                   |
 * | A88 | what an agent holds of a team's work                      | SEATS#team / agent id                               |
 * | A89 | work of a team that found no agent, most urgent first     | UNASSIGNED#team / deadline#conversation id          |
 * | A90 | which agents are there                                    | PRESENCE / agent id                                 |
 * | A91 | the news of an agent (its outbox)                         | AGENT#id / EVT#ordered id                           |
 * | A92 | when a team's next shift begins                           | SHIFT#team / SHIFT, index due                       |
 * | A93 | how fast posts of an account are usually                  | PACE#channel#account / USUAL                        |
 * | A94 | the news of settings (their outbox)                       | SETTINGS#name / EVT#ordered id                      |
 * | A95 | how the latest recount of the views went                  | RECOUNT / RECOUNT                                   |
 * | A96 | at which version a recount counted a conversation         | RECOUNT / FENCE#shard                               |
 */
export interface Key {
  pk: string;
  sk: string;
}

export const table = { partitionKey: 'pk', sortKey: 'sk', timeToLive: 'expiresAt' } as const;

export const indexes = {
  inbox: { name: 'inbox', partitionKey: 'inboxKey', sortKey: 'inboxSort' },
  team: { name: 'team', partitionKey: 'teamKey', sortKey: 'inboxSort' },
  owner: { name: 'owner', partitionKey: 'ownerKey', sortKey: 'inboxSort' },
  due: { name: 'due', partitionKey: 'dueKey', sortKey: 'dueSort' },
} as const;

/** First letters of the sort keys in a conversation's partition, for queries and for the filters of the table's stream. */
export const messagePrefix = 'MSG#';
export const outboxPrefix = 'EVT#';
export const notePrefix = 'NOTE#';

/**
 * A partition of an index takes 1,000 writes a second, and a full one throttles the table's own writes, so the index keys of
 * open conversations are spread over shards. Reading asks every shard; more of them cost more reads.
 */
export const INBOX_SHARDS = 4;
export const DUE_SHARDS = 4;

/** First letters of the urgency of those to whom something is due; they come before everybody else. */
export const WAITING = '0#';

/** Where the news of something wait to be announced, in its own partition. */
const outboxIn = (pk: string, orderedId: string): Key => ({ pk, sk: `${outboxPrefix}${orderedId}` });

/** Keys of a conversation and what lies in its partition (A1, A2, A3, A36). */
export const conversationKey = (id: string): Key => ({ pk: `CONV#${id}`, sk: 'CONV' });
export const messageKey = (messageId: string): Key => {
  const [conversationId = '', orderedId = ''] = messageId.split('.');
  return { pk: `CONV#${conversationId}`, sk: `${messagePrefix}${orderedId}` };
};
/** A message's id is `<conversation id>.<ordered id>`; a conversation's has no dot. */
export const isMessageId = (id: string): boolean => id.includes('.');
export const outboxKey = (conversationId: string, orderedId: string): Key =>
  outboxIn(`CONV#${conversationId}`, orderedId);

export const noteKey = (conversationId: string, noteId: string): Key => ({
  pk: `CONV#${conversationId}`,
  sk: `${notePrefix}${noteId}`,
});

/** A thing that a platform names, within one account of ours (A4, A7, A8, A18). */
export interface Native {
  channel: string;
  accountId: string;
  nativeId: string;
}
export const referenceKey = ({ channel, accountId, nativeId }: Native): Key => ({
  pk: `REF#${channel}#${accountId}#${nativeId}`,
  sk: 'REF',
});
export const postKey = ({ channel, accountId, nativeId }: Native): Key => ({
  pk: `POST#${channel}#${accountId}#${nativeId}`,
  sk: 'POST',
});
export const engagementKey = (
  { channel, accountId, nativeId }: Native,
  sort: string,
  personId: string,
): Key => ({
  pk: `ENG#${channel}#${accountId}#${nativeId}`,
  sk: `BY#${sort}#${personId}`,
});
export const engagementCountKey = ({ channel, accountId, nativeId }: Native): Key => ({
  pk: `ENG#${channel}#${accountId}#${nativeId}`,
  sk: 'COUNT',
});

/** People (A5, A6, A39). */
export const identityKey = (channel: string, nativeId: string): Key => ({
  pk: `PERSON#${channel}#${nativeId}`,
  sk: 'PERSON',
});
export const contactKey = (id: string): Key => ({ pk: `CONTACT#${id}`, sk: 'CONTACT' });

export const contactConversationKey = (contactId: string, conversationId: string): Key => ({
  pk: contactKey(contactId).pk,
  sk: `THREAD#${conversationId}`,
});

export const mergeKey = (contactId: string, otherId: string): Key => ({
  pk: contactKey(contactId).pk,
  sk: `MERGE#${otherId}`,
});
export const contactOutboxKey = (contactId: string, orderedId: string): Key =>
  outboxIn(contactKey(contactId).pk, orderedId);

/** The agents, and what waits for them (A35, A38). */
export const agentKey = (id: string): Key => ({ pk: 'AGENTS', sk: id });
export const mentionKey = (agentId: string, conversationId: string): Key => ({
  pk: `MENTIONED#${agentId}`,
  sk: conversationId,
});

/** What finds conversations and people (A43, A44, A45). */
export const wordKey = (word: string, conversationId: string): Key => ({
  pk: `WORD#${word}`,
  sk: conversationId,
});
export const nameWordKey = (name: string, conversationId: string): Key => ({
  pk: `NAME#${name.slice(0, 2)}`,
  sk: `${name}#${conversationId}`,
});
export const contactSignKey = (kind: string, value: string, contactId: string): Key => ({
  pk: `SIGN#${kind}#${value}`,
  sk: contactId,
});

/** Index keys (A9, A10, A11, A19, A37). */
export const inboxKey = (status: string, channel: string, shard: number) => `${status}#${channel}#${shard}`;
export const teamKey = (status: string, teamId: string, shard: number) => `${status}#${teamId}#${shard}`;
export const ownerKey = (status: string, agentId: string, shard: number) => `${status}#${agentId}#${shard}`;
export const dueKey = (shard: number) => `DUE#${shard}`;

/** Everything else, one item each (A12 to A17, A20 to A22). */
export const settingsKey = (name: string): Key => ({ pk: `SETTINGS#${name}`, sk: 'SETTINGS' });
export const settingsOutboxKey = (name: string, orderedId: string): Key => ({
  pk: `SETTINGS#${name}`,
  sk: `${outboxPrefix}${orderedId}`,
});
export const droppedKey = (day: string, reason: string): Key => ({ pk: 'DROPPED', sk: `${day}#${reason}` });
export const latenessKey = (day: string): Key => ({ pk: 'LATENESS', sk: day });
export const auditKey = (id: string): Key => ({ pk: 'AUDIT', sk: id });
export const unreadKey = (day: string, orderedId: string): Key => ({ pk: `UNREAD#${day}`, sk: orderedId });
export const alertKey = (alertId: string): Key => ({ pk: `ALERT#${alertId}`, sk: 'ALERT' });
export const tallyKey = (group: string, of: string, shard: number): Key => ({
  pk: `TALLY#${group}`,
  sk: `${of}#${shard}`,
});
export const seenKey = (eventId: string): Key => ({ pk: `SEEN#${eventId}`, sk: 'SEEN' });
export const budgetKey = (channel: string, accountId: string, use: string): Key => ({
  pk: `BUDGET#${channel}#${accountId}`,
  sk: use,
});
export const accountKey = (channel: string, accountId: string): Key => ({
  pk: 'ACCOUNTS',
  sk: `${channel}#${accountId}`,
});
export const accountOutboxKey = (channel: string, accountId: string, orderedId: string): Key =>
  outboxIn(`ACCOUNT#${channel}#${accountId}`, orderedId);
export const outboundKey = (state: string, shard: number) => `OUT#${state}#${shard}`;
export const idempotencyKey = (agentId: string, key: string): Key => ({
  pk: `IDEM#${agentId}#${key}`,
  sk: 'IDEM',
});

/** What everybody may know, and who wants to be told (A60, A62 to A65). */
export const statusEntryPrefix = 'ENTRY#';
export const statusEntryKey = (id: string): Key => ({ pk: 'STATUS', sk: `${statusEntryPrefix}${id}` });
export const statusOutboxKey = (orderedId: string): Key => outboxIn('STATUS', orderedId);
export const subscriberKey = (id: string): Key => ({ pk: `SUBSCRIBER#${id}`, sk: 'SUBSCRIBER' });
export const subscriberListKey = (state: string, shard: number) => `SUB#${state}#${shard}`;
export const subscriberCountKey: Key = { pk: 'SUBSCRIBERS', sk: 'COUNT' };
export const askedKey = (caller: string, hour: string): Key => ({ pk: `ASKED#${caller}`, sk: hour });

/** What many speak of at once (A66 to A68). */
export const heardKey = (teamId: string, topic: string, from: string): Key => ({
  pk: `HEARD#${teamId}#${topic}`,
  sk: from,
});
export const spikePrefix = 'SPIKE#';
export const spikeKey = (id: string): Key => ({ pk: 'SPIKES', sk: `${spikePrefix}${id}` });
export const spikeOutboxKey = (orderedId: string): Key => outboxIn('SPIKES', orderedId);
export const spikeWatchKey = (teamId: string): Key => ({ pk: `SPIKEWATCH#${teamId}`, sk: 'WATCH' });
/** Broadcasts and incidents (A50 to A56, A58, A59). Their ids in the due index have a word before them, which tells them from conversations. */
export const broadcastKey = (id: string): Key => ({ pk: `BROADCAST#${id}`, sk: 'BROADCAST' });
export const broadcastOutboxKey = (id: string, orderedId: string): Key =>
  outboxIn(`BROADCAST#${id}`, orderedId);
export const recipientPrefix = 'TO#';
export const recipientKey = (broadcastId: string, name: string): Key => ({
  pk: `BROADCAST#${broadcastId}`,
  sk: `${recipientPrefix}${name}`,
});
export const progressPrefix = 'COUNT#';
export const progressKey = (broadcastId: string, audience: string, shard: number): Key => ({
  pk: `BROADCAST#${broadcastId}`,
  sk: `${progressPrefix}${audience}#${shard}`,
});
export const incidentKey = (id: string): Key => ({ pk: `INCIDENT#${id}`, sk: 'INCIDENT' });
export const incidentOutboxKey = (id: string, orderedId: string): Key =>
  outboxIn(`INCIDENT#${id}`, orderedId);
export const affectedPrefix = 'CONV#';
export const affectedKey = (incidentId: string, conversationId: string): Key => ({
  pk: `INCIDENT#${incidentId}`,
  sk: `${affectedPrefix}${conversationId}`,
});
export const affectedCountKey = (incidentId: string, shard: number): Key => ({
  pk: `INCIDENT#${incidentId}`,
  sk: `${progressPrefix}${shard}`,
});
export const broadcastsKey = 'BROADCASTS';
export const incidentsKey = 'INCIDENTS';
export const openIncidentsKey = 'INCIDENTS#open';
const BROADCAST_DUE = 'broadcast:';
const INCIDENT_DUE = 'incident:';
export const broadcastDueId = (id: string) => `${BROADCAST_DUE}${id}`;
export const incidentDueId = (id: string) => `${INCIDENT_DUE}${id}`;
export const broadcastDue = (dueId: string): string | undefined => afterPrefix(dueId, BROADCAST_DUE);
export const incidentDue = (dueId: string): string | undefined => afterPrefix(dueId, INCIDENT_DUE);

function afterPrefix(text: string, prefix: string): string | undefined {
  return text.startsWith(prefix) ? text.slice(prefix.length) : undefined;
}

/** What the classifier read, and what people knew better (A70, A71). */
export const correctionKey = (messageId: string): Key => ({ pk: 'CORRECTIONS', sk: messageId });
export const triagedKey = (day: string, shard: number | string): Key => ({
  pk: 'TRIAGED',
  sk: `${day}#${shard}`,
});

import * as z from 'zod/mini';
import { causeOf } from '../desk.ts';
import { addNote } from '../domain/add-note.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getAgents } from '../store/agents.ts';
import { getNote } from '../store/notes.ts';
import { conversationOf } from './conversations.ts';
import { bodyOf, json } from './json.ts';
import { noteView } from './representation.ts';
import type { ApiServices } from './services.ts';
import { refuseOtherTeams, writerOf } from './team-access.ts';
import { writeOnce } from './write-once.ts';

const LONGEST = 20_000;
const MOST_MENTIONS = 20;

const NewNote = z.object({
  text: z.string().check(
    z.refine((text) => text.trim() !== '', { error: 'is empty' }),
    z.maxLength(LONGEST, `has more than ${LONGEST} characters`),
  ),
  /** Ids of agents. */
  mentions: z._default(z.array(z.string()).check(z.maxLength(MOST_MENTIONS)), []),
});

/** `POST /api/conversations/{id}/notes`: writes to colleagues. Whom it mentions is mailed, and may write a note whatever their team. */
export async function postNote(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = writerOf(request);
  const { text, mentions } = bodyOf(request, NewNote);
  const { desk } = services;
  await refuseUnknown(mentions, services);
  const noteId = await writeOnce(request, services, agent, async (key) => {
    const conversation = await conversationOf(request, services);
    if (!conversation.mentioned?.includes(agent.id)) refuseOtherTeams(agent, conversation);
    // A note asks no policy.
    const cause = causeOf(desk, request.traceId, { policies: [], calendars: {} });
    const author = { id: agent.id, name: agent.name };
    const change = addNote(conversation, { key, text, mentions, author }, cause);
    return { change, result: change.newNotes[0].id };
  });
  const note = await getNote(desk.table, request.parameters.id ?? '', noteId ?? '');
  if (!note) throw new Error('A note was committed and is not there.');
  return json(201, { note: noteView(note) });
}

/** @throws Reject 422 when somebody is mentioned who never signed in, and so could not be told */
async function refuseUnknown(mentions: readonly string[], { desk }: ApiServices): Promise<void> {
  const known = await getAgents(desk.table, [...new Set(mentions)]);
  const unknown = mentions.filter((id) => !known.some((agent) => agent.id === id));
  if (unknown.length === 0) return;
  throw new Reject(422, 'The note mentions somebody who is no agent here. GET /api/agents lists them.', {
    unknown,
  });
}

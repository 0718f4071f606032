import { suggestExperts } from '../domain/experts.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { latestMessages } from '../store/conversations.ts';
import { directorySettings, getSettings } from '../store/settings.ts';
import { agentOf } from './agent.ts';
import { conversationOf } from './conversations.ts';
import { json } from './json.ts';
import type { ApiServices } from './services.ts';

/** How many of the customer's latest messages tell what it is about. */
const READ = 5;

/** `GET /api/conversations/{id}/experts`: who knows about what the customer wrote, best first. */
export async function listExperts(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const { table, clock } = services.desk;
  const conversation = await conversationOf(request, services);
  const [messages, { value: directory }] = await Promise.all([
    latestMessages(table, conversation.id, 4 * READ),
    getSettings(table, directorySettings),
  ]);
  const theirs = messages.filter(({ direction }) => direction === 'inbound').slice(-READ);
  const words = [...theirs.map(({ text }) => text), ...(conversation.tags ?? [])].join('\n');
  const experts = suggestExperts(words, directory, clock()).map(({ expert, isOpen, matched, why }) => {
    const { id, name, email, role, topics, hours, tell } = expert;
    return { id, name, email, role, topics, hours, tell, isOpen, matched, why };
  });
  return json(200, { experts });
}

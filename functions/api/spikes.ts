import type { Spike } from '../domain/spike.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { getConversations } from '../store/conversations.ts';
import { listSpikes, settleSpike } from '../store/spikes.ts';
import { agentOf } from './agent.ts';
import { json } from './json.ts';
import { conversationView } from './representation.ts';
import type { ApiServices } from './services.ts';

/** How many of a spike's conversations are shown with it. */
const SHOWN = 10;

/** `GET /api/spikes`: what many spoke of at once, the latest first, with some of those who did. */
export async function showSpikes(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  agentOf(request);
  const spikes = await listSpikes(services.desk.table);
  return json(200, { spikes: await Promise.all(spikes.map((spike) => spikeView(spike, services))) });
}

/** `POST /api/spikes/{id}/dismiss`: it is nothing. More of the same is not told again while it lasts. */
export async function dismissSpike(request: HttpRequest, services: ApiServices): Promise<HttpAnswer> {
  const agent = agentOf(request);
  const { table } = services.desk;
  const spike = await settleSpike(table, request.parameters.id ?? '', {
    state: 'dismissed',
    dismissedBy: agent.id,
  });
  if (!spike) throw new Reject(404, 'There is no spike with this id.');
  if (spike.state === 'incident') {
    throw new Reject(409, 'An incident was declared for it. Resolve that instead.', {
      incidentId: spike.incidentId,
    });
  }
  return json(200, await spikeView(spike, services));
}

async function spikeView(spike: Spike, { desk, senderOf }: ApiServices) {
  const { conversationIds, version: _, usual, ...rest } = spike;
  const now = desk.clock();
  const conversations = await getConversations(desk.table, conversationIds.slice(-SHOWN));
  return {
    ...rest,
    usual: Math.round(usual * 10) / 10,
    conversationIds,
    conversations: conversations.map((conversation) =>
      conversationView(conversation, now, senderOf(conversation.channel)?.limits),
    ),
  };
}

import { type Heard, minutesAfter, type Spike } from '../../functions/domain/spike.ts';
import { listen, type SpikeMemory } from '../../functions/spikes.ts';
import type { Section } from './section.ts';
import { median, quantile } from './statistics.ts';
import { type Injected, type Said, type Traffic, weekOfTraffic } from './week-of-traffic.ts';

/** Seeds whose weeks are looked at; that of the committed result first. */
const SEEDS = [7, 11, 23];
const START = Date.parse('2026-09-07T00:00:00.000Z');
const MINUTE = 60_000;

/** Whether spikes are noticed: all of them, nothing else, and soon. */
export const spikes: Section = {
  name: 'spikes',
  title: 'Noticing that many speak of the same',
  async measure() {
    const weeks = await Promise.all(SEEDS.map(async (seed) => ({ seed, ...(await judge(seed)) })));
    const [first] = weeks;
    if (!first) throw new Error('There is no week to look at.');
    return {
      columns: [
        'seed',
        'messages',
        'incidents',
        'told',
        'right',
        'precision',
        'recall',
        'minutes p50',
        'minutes max',
      ],
      rows: weeks.map((week) => [
        `${week.seed}`,
        week.messages.toLocaleString('en'),
        `${week.incidents}`,
        `${week.told}`,
        `${week.right}`,
        week.precision.toFixed(2),
        week.recall.toFixed(2),
        median(week.minutes).toFixed(1),
        quantile(week.minutes, 1).toFixed(1),
      ]),
      targets: [
        target(
          'precision at least 0.9',
          weeks.map(({ precision }) => precision),
          (all) => Math.min(...all) >= 0.9,
        ),
        target(
          'recall at least 0.9',
          weeks.map(({ recall }) => recall),
          (all) => Math.min(...all) >= 0.9,
        ),
        target(
          'noticed within 10 minutes (median)',
          weeks.map(({ minutes }) => median(minutes)),
          (all) => Math.max(...all) <= 10,
        ),
      ],
      notes: [
        'Four weeks of invented traffic tell what is usual, the fifth is scored; two teams, daily and weekly rhythm, weekly bursts that are no news.',
        'A mail is right when most of the conversations that it names are of one incident. Minutes count from its first message.',
      ],
    };
  },
};

function target(promise: string, measured: number[], met: (all: number[]) => boolean) {
  return { promise, measured: measured.map((one) => one.toFixed(2)).join(', '), met: met(measured) };
}

/** How a week went. */
export async function judge(seed: number) {
  const traffic = weekOfTraffic(seed, START);
  const told = await toldIn(traffic);
  const ofConversation = new Map(
    traffic.said.map(({ conversationId, incident }) => [conversationId, incident]),
  );
  const about = told.map((spike) => incidentOf(spike, ofConversation));
  const minutes = traffic.incidents.flatMap((incident, index) => {
    const first = told.find((_, place) => about[place] === index);
    return first ? [(Date.parse(first.noticedAt) - beginning(traffic.said, index, incident)) / MINUTE] : [];
  });
  return {
    messages: traffic.said.length,
    incidents: traffic.incidents.length,
    told: told.length,
    right: about.filter((incident) => incident !== undefined).length,
    precision: about.filter((incident) => incident !== undefined).length / Math.max(1, told.length),
    recall: minutes.length / traffic.incidents.length,
    minutes,
    wrong: told.filter((_, place) => about[place] === undefined),
    missed: traffic.incidents.filter((_, index) => !about.includes(index)),
  };
}

function beginning(said: readonly Said[], index: number, { from }: Injected): number {
  return said.find(({ incident }) => incident === index)?.at ?? from;
}

async function toldIn({ said, scoredFrom }: Traffic): Promise<Spike[]> {
  const memory = memoryInHand();
  const told: Spike[] = [];
  for (const [number, one] of said.entries()) {
    const at = new Date(one.at).toISOString();
    const message = {
      id: `${one.conversationId}.${number}`,
      conversationId: one.conversationId,
      direction: 'inbound' as const,
      visibility: 'public' as const,
      author: {},
      text: one.text,
      attachments: [],
      at,
      receivedAt: at,
      state: 'received' as const,
    };
    const noticed = await listen(message, one.teamId, at, memory);
    if (one.at >= scoredFrom) told.push(...noticed);
  }
  // What was noticed grows; as it was told, it is still known by its first conversations.
  return told;
}

/** The incident that most conversations of a spike are of. */
function incidentOf(
  spike: Spike,
  ofConversation: ReadonlyMap<string, number | undefined>,
): number | undefined {
  const counts = new Map<number, number>();
  for (const id of spike.conversationIds) {
    const incident = ofConversation.get(id);
    if (incident !== undefined) counts.set(incident, (counts.get(incident) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] * 2 >= spike.conversationIds.length ? best[0] : undefined;
}

/** What the table remembers, without a table. */
function memoryInHand(): SpikeMemory {
  const buckets = new Map<string, Set<string>>();
  const active = new Map<string, Spike[]>();
  let spikesMade = 0;
  return {
    async count({ teamId, topic, from, conversationId }) {
      const key = `${teamId}#${topic}#${from}`;
      const bucket = buckets.get(key) ?? new Set();
      buckets.set(key, bucket.add(conversationId));
      return bucket.size;
    },
    async heard({ teamId, topic, from, to }) {
      const heard: Heard[] = [];
      for (let at = from; at <= to; at = minutesAfter(at, 5)) {
        const bucket = buckets.get(`${teamId}#${topic}#${at}`);
        if (bucket) heard.push({ from: at, conversationIds: [...bucket] });
      }
      return heard;
    },
    watch: async (teamId) => ({ active: active.get(teamId) ?? [], version: 0 }),
    async save(spike) {
      const others = (active.get(spike.teamId) ?? []).filter(({ id }) => id !== spike.id);
      active.set(spike.teamId, [...others, spike].slice(-20));
      return true;
    },
    newId: () => {
      spikesMade += 1;
      return `S${spikesMade}`;
    },
  };
}

import { alertLateness } from './alert-lateness.ts';
import { broadcasts } from './broadcasts.ts';
import { coldStart } from './cold-start.ts';
import { consolePage } from './console-page.ts';
import { faults } from './faults.ts';
import { killedRunner } from './killed-runner.ts';
import { messageCost } from './message-cost.ts';
import { openConversations } from './open-conversations.ts';
import { replies } from './replies.ts';
import { routingRules } from './routing-rules.ts';
import type { Section } from './section.ts';
import { spikes } from './spikes.ts';
import { triage } from './triage.ts';
import { webhookWarm } from './webhook-warm.ts';

/** All sections, in the order in which they run. */
export const sections: Section[] = [
  webhookWarm,
  coldStart,
  alertLateness,
  messageCost,
  openConversations,
  replies,
  faults,
  killedRunner,
  broadcasts,
  spikes,
  consolePage,
  routingRules,
  triage,
];

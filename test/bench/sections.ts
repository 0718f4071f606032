import { alertLateness } from './alert-lateness.ts';
import { coldStart } from './cold-start.ts';
import type { Section } from './section.ts';
import { webhookWarm } from './webhook-warm.ts';

/** All sections, in the order in which they run. */
export const sections: Section[] = [webhookWarm, coldStart, alertLateness];

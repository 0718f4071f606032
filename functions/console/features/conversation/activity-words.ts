import type { Activity } from '../../api/detail.ts';
import { clock } from '../../words/inbox.ts';

type Text = (member: string) => string;

/** What happened, for each event that deserves words of its own. */
const known: Record<string, (text: Text) => string> = {
  'conversation.opened': () => 'The conversation began',
  'conversation.reopened': () => 'Opened again',
  'conversation.resolved': () => 'Resolved',
  'conversation.assigned': (text) => `Owner: ${text('ownerName') || text('ownerId') || 'nobody'}`,
  'conversation.claimed': (text) => `Taken by ${text('ownerName') || text('ownerId') || 'an agent'}`,
  'conversation.unassigned': () => 'Has no owner any more',
  'conversation.snoozed': () => 'Snoozed',
  'conversation.woken': () => 'Woke up',
  'conversation.handed-over': (text) => `Handed to ${text('teamId')}`,
  'conversation.tagged': (text) => `Tags: ${text('tags') || 'none'}`,
  'conversation.prioritized': (text) => `Priority: ${text('priority')}`,
  'conversation.blocked': () => 'The person was blocked',
  'conversation.unblocked': () => 'The person was unblocked',
  'clock.started': (text) => `${kindOf(text('kind'))}: the clock started`,
  'clock.moved': (text) => `${kindOf(text('kind'))}: the deadline moved`,
  'clock.met': (text) => `${kindOf(text('kind'))}: answered in time`,
  'clock.ended': (text) => `${kindOf(text('kind'))}: the clock ended (${text('reason')})`,
  'clock.warned': (text) => `${kindOf(text('kind'))}: a warning went to ${text('to')}`,
  'clock.breached': (text) => `${kindOf(text('kind'))}: the deadline passed; ${text('to')} was told`,
  'clock.escalated': (text) => `${kindOf(text('kind'))}: escalated to ${text('to')}`,
};

const kinds = new Map<string, string>(Object.entries(clock.kinds));
const kindOf = (kind: string): string => kinds.get(kind) ?? kind;

/** An event in words; one that this page does not know yet by its own name. */
export function activityWords({ name, data }: Activity): string {
  const words = known[name];
  if (words) return words((member) => textIn(data, member));
  const spoken = name.replace(/[.-]/g, ' ');
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

function textIn(data: Record<string, unknown>, member: string): string {
  const value = data[member];
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

import type { Activity } from '../../api/detail.ts';
import { dayAndHour } from '../../formats/time.ts';
import { clock } from '../../words/inbox.ts';

type Text = (member: string) => string;

/** What happened, for each event that deserves words of its own. */
const known: Record<string, (text: Text) => string> = {
  'conversation.opened': () => 'The conversation began',
  'conversation.reopened': () => 'Opened again',
  'conversation.resolved': () => 'Resolved',
  'conversation.routed': (text) => `Sent to the team ${text('teamId')} by a rule`,
  'conversation.assigned': (text) =>
    text('ownerId') ? `${text('ownerId')} owns it` : 'Nobody owns it any more',
  'conversation.transferred': (text) => `Handed from ${text('formerTeamId')} to ${text('teamId')}`,
  'conversation.snoozed': (text) => `Snoozed until ${timeIn(text('until'))}`,
  'conversation.woken': () => 'Woke up',
  'conversation.tagged': (text) =>
    [text('added') && `Tagged ${text('added')}`, text('removed') && `No longer tagged ${text('removed')}`]
      .filter(Boolean)
      .join('. '),
  'conversation.prioritised': (text) => `Priority ${text('priority')}, was ${text('formerPriority')}`,
  'conversation.blocked': () => 'The person was blocked',
  'conversation.unblocked': () => 'The person was unblocked',
  'conversation.proposed': () => 'Proposed for an incident',
  'conversation.affected': () => 'Part of an incident',
  'conversation.unaffected': () => 'No longer part of an incident',
  'promise.made': () => 'Something was promised',
  'promise.moved': () => 'A promise was moved',
  'promise.kept': () => 'A promise was kept',
  'promise.broken': () => 'A promise was not kept in time',
  'promise.withdrawn': () => 'A promise was withdrawn',
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
export function activityWords(
  { name, data }: Activity,
  agentName: (id: string) => string = (id) => id,
): string {
  const words = known[name];
  if (words) return words((member) => nameIn(textIn(data, member), member, agentName));
  const spoken = name.replace(/[.-]/g, ' ');
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

const timeIn = (at: string): string => (Number.isNaN(Date.parse(at)) ? at : dayAndHour(at));

/** Ids of agents are told by name. */
function nameIn(text: string, member: string, agentName: (id: string) => string): string {
  return /ownerId|agentId/i.test(member) && text !== '' ? agentName(text) : text;
}

function textIn(data: Record<string, unknown>, member: string): string {
  const value = data[member];
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

import type { Look } from '../store/live-connections.ts';
import type { Present } from './messages.ts';

/** The people behind the pages that show a conversation, each once, by name. @param now epoch seconds */
export function peopleOf(looks: readonly Look[], now: number): Present[] {
  const people = new Map<string, Present>();
  for (const { agentId, name, typingUntil = 0 } of looks) {
    const typing = typingUntil > now || people.get(agentId)?.typing === true;
    people.set(agentId, { agentId, name, typing });
  }
  return [...people.values()].sort(
    (a, b) => a.name.localeCompare(b.name, 'en') || a.agentId.localeCompare(b.agentId, 'en'),
  );
}

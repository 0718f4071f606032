import { addressesOf, Team, type TeamBook } from '../domain/team.ts';

const Recipients = Team.shape.recipients;
export type Recipients = Team['recipients'];

/**
 * The addresses of the setting ALERT_RECIPIENTS.
 * @throws Error that says what it should look like, at the first alert after the deployment that broke it.
 */
export function readRecipients(setting: string): Recipients {
  const parsed = Recipients.safeParse(jsonOf(setting));
  if (parsed.success) return parsed.data;
  throw new Error(
    'ALERT_RECIPIENTS is not of the form {"team": ["a@example.com"], "lead": [], "admin": []}. No alert can be mailed until it is.',
    { cause: parsed.error },
  );
}

/** What a text says as JSON; undefined when it is not JSON, which no schema here accepts. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Whom a step is told: its recipient in the conversation's team. A role that nobody in the team holds falls to the first
 * team's addresses, because an alert that reaches the wrong desk is better than one that reaches none.
 */
export function recipientsOf(to: string, teamId: string, { teams }: TeamBook, first: Recipients): string[] {
  const team = teams.find(({ id }) => id === teamId);
  const own = team ? addressesOf(to, team.recipients) : [];
  return [...new Set(own.length > 0 ? own : addressesOf(to, first))];
}

import { AROUND_THE_CLOCK, INCIDENT_POLICY, type PolicyBook } from './policy.ts';
import type { RoutingBook, RoutingRule } from './routing-schema.ts';
import type { TagBook } from './tags.ts';
import { FIRST_TEAM, type TeamBook } from './team.ts';

/** What a rule can name that another document holds. */
export type Named = 'team' | 'policy' | 'calendar' | 'tag';

/** A rule that names something that there is not. It is kept all the same, since the other document may be saved next. */
export interface RoutingWarning {
  /** Of the rule. */
  ruleId: string;
  /** What the rule is called. */
  rule: string;
  kind: Named;
  /** What it names. */
  name: string;
  /** What is the matter, what comes of it, and what to do. */
  text: string;
}

/** The documents that rules name something of. */
export interface NamedDocuments {
  teams: TeamBook;
  policies: PolicyBook;
  tags: TagBook;
}

/** What comes of naming something that there is not, and what to do about it. */
const consequences: Record<Named, string> = {
  team: 'Conversations would wait where nobody looks. Add the team, or name another.',
  policy: 'Deadlines stay as they would be without it. Add it to the deadlines, or name another.',
  calendar: 'It is neither open nor closed, so the rule never fires. Add the hours, or name others.',
  tag: 'It is put on all the same, but is not among the tags that agents choose from. Add it there, or name another.',
};

/** Every name in the rules of something that there is not, in the order of the rules, each once a rule. */
export function routingWarnings({ rules }: RoutingBook, documents: NamedDocuments): RoutingWarning[] {
  const known = knownIn(documents);
  return rules.flatMap((rule) =>
    namesIn(rule)
      .filter(({ kind, name }) => !known[kind].has(name))
      .map(({ kind, name }) => ({
        ruleId: rule.id,
        rule: rule.name,
        kind,
        name,
        text: `There is no ${kind} “${name}”. ${consequences[kind]}`,
      })),
  );
}

function knownIn({ teams, policies, tags }: NamedDocuments): Record<Named, ReadonlySet<string>> {
  return {
    team: new Set([FIRST_TEAM, ...teams.teams.map(({ id }) => id)]),
    policy: new Set([INCIDENT_POLICY, ...policies.policies.map(({ id }) => id)]),
    calendar: new Set([AROUND_THE_CLOCK, ...Object.keys(policies.calendars)]),
    tag: new Set(tags.tags.map(({ name }) => name)),
  };
}

function namesIn({ if: { calendar }, then }: RoutingRule): { kind: Named; name: string }[] {
  const named: [Named, string | undefined][] = [
    ['team', then.teamId],
    ['policy', then.policyId],
    ['calendar', typeof calendar === 'string' ? calendar : undefined],
    ...[...new Set(then.tags)].map((tag): [Named, string] => ['tag', tag]),
  ];
  return named.flatMap(([kind, name]) => (name === undefined ? [] : [{ kind, name }]));
}

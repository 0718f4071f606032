import { alwaysOpen, type Calendar, isOpen } from './business-time.ts';
import { type CustomerFact, whyFactHolds } from './fact-condition.ts';
import type { Instant } from './instant.ts';
import type { Visibility } from './message.ts';
import { AROUND_THE_CLOCK, type InboxOrder, type Priority } from './policy.ts';
import type { RoutingBook, RoutingRule } from './routing-schema.ts';
import { type Said, saidIn, wordOf } from './said-words.ts';
import type { Reason } from './triage/labels.ts';
import type { IsVip } from './vip.ts';

/** What rules go by: the message, whoever wrote it, and the time. */
export interface RouteFacts {
  channel: string;
  visibility: Visibility;
  text: string;
  /** Absent while nobody has read why they write. */
  reason?: Reason | undefined;
  language?: string | undefined;
  followers: number;
  verified: boolean;
  vip: boolean;
  customer: readonly CustomerFact[];
  now: Instant;
  /** The calendars that rules can name. */
  calendars: Readonly<Record<string, Calendar>>;
}

/** A rule that fired, and what it went by. */
export interface FiredRule {
  id: string;
  name: string;
  because: string[];
}

/** What the rules say together. What none of them said is absent. */
export interface Routed {
  fired: FiredRule[];
  outcome: {
    teamId?: string;
    priority?: Priority;
    tags: string[];
    policyId?: string;
    ownerId?: string;
  };
}

/** Asks all rules of a book. */
export type Route = (facts: RouteFacts) => Routed;

/** What admins decided about where work belongs, ready to be asked. */
export interface RoutingRules {
  route: Route;
  isVip: IsVip;
  /** Whether a rule goes by what is known of the customer, which has to be read for that. */
  asksFacts: boolean;
  /** How exactly a team's inbox keeps to the order of deadlines. */
  orderOf: (teamId: string) => InboxOrder | undefined;
  /** What an agent is called whom a rule names. */
  nameOf: (agentId: string) => string | undefined;
  /** Whether a team's work finds its agent by itself. */
  isPooled: (teamId: string) => boolean;
}

/** The facts, with what is costly to find out and asked by many rules. */
interface Asked extends RouteFacts {
  said: Said;
  isOpenBy: (calendar: string | Calendar) => boolean | undefined;
}

/** One thing that has to be so: why it is, in words; undefined when it is not. */
type Condition = (asked: Asked) => string | undefined;

/**
 * Makes rules ready to be asked for every message. They are asked in their order. Of team, priority, policy and owner the first rule
 * that says something decides; tags add up; `stop` ends the asking. The same facts give the same answer, always.
 */
export function routeBy({ rules }: RoutingBook): Route {
  const ready = rules.map((rule) => ({ rule, conditions: conditionsOf(rule) }));
  const shortlist = shortlisting(ready);
  return (facts) => {
    const asked: Asked = { ...facts, said: saidIn(facts.text), isOpenBy: openingsAt(facts) };
    const routed: Routed = { fired: [], outcome: { tags: [] } };
    for (const { rule, conditions } of shortlist(facts)) {
      const because = reasons(conditions, asked);
      if (!because) continue;
      routed.fired.push({ id: rule.id, name: rule.name, because });
      addTo(routed.outcome, rule.then);
      if (rule.then.stop) break;
    }
    return routed;
  };
}

interface ReadyRule {
  rule: RoutingRule;
  conditions: readonly Condition[];
}

/**
 * The rules that a message of a channel and reason can fire, in their order. There are few of both, so the rules that are for others
 * are left out once and not for each message.
 */
function shortlisting(ready: readonly ReadyRule[]): (facts: RouteFacts) => readonly ReadyRule[] {
  const known = new Map<string, readonly ReadyRule[]>();
  return ({ channel, reason = '' }) => {
    const key = `${channel} ${reason}`;
    const fitting =
      known.get(key) ??
      ready.filter(({ rule }) => isFor(rule.if.channel, channel) && isFor(rule.if.reason, reason));
    known.set(key, fitting);
    return fitting;
  };
}

function isFor(named: string | readonly string[] | undefined, one: string): boolean {
  return named === undefined || [named].flat().includes(one);
}

function reasons(conditions: readonly Condition[], asked: Asked): string[] | undefined {
  const because: string[] = [];
  for (const condition of conditions) {
    const why = condition(asked);
    if (why === undefined) return undefined;
    because.push(why);
  }
  return because;
}

function addTo(
  outcome: Routed['outcome'],
  { teamId, priority, tags, policyId, ownerId }: RoutingRule['then'],
) {
  if (teamId !== undefined) outcome.teamId ??= teamId;
  if (priority !== undefined) outcome.priority ??= priority;
  if (policyId !== undefined) outcome.policyId ??= policyId;
  if (ownerId !== undefined) outcome.ownerId ??= ownerId;
  for (const tag of tags ?? []) if (!outcome.tags.includes(tag)) outcome.tags.push(tag);
}

/** The conditions of a rule, cheap ones first, so that most rules are done with after a comparison. */
function conditionsOf({ if: named }: RoutingRule): Condition[] {
  const { visibility, reachAtLeast, verified, vip, words, customerFacts, businessHours, calendar } = named;
  const conditions: Condition[] = [
    ...isOneOf(named.channel, ({ channel }) => channel, 'the channel is'),
    ...isOneOf(visibility, (asked) => asked.visibility, 'it was said in'),
    ...isOneOf(named.reason, ({ reason }) => reason, 'the reason is'),
    ...isOneOf(named.language, ({ language }) => language, 'the language is'),
  ];
  if (vip !== undefined)
    conditions.push((asked) => so(asked.vip === vip, vip ? 'the person is a VIP' : 'the person is no VIP'));
  if (verified !== undefined)
    conditions.push((asked) =>
      so(asked.verified === verified, verified ? 'the person is verified' : 'the person is not verified'),
    );
  if (reachAtLeast !== undefined)
    conditions.push(({ followers }) =>
      followers >= reachAtLeast ? `${followers} followers are at least ${reachAtLeast}` : undefined,
    );
  if (words) conditions.push(saysOneOf(words));
  for (const fact of customerFacts ?? []) conditions.push(({ customer }) => whyFactHolds(fact, customer));
  if (businessHours !== undefined && calendar !== undefined)
    conditions.push(isOpenOrClosed(businessHours, calendar));
  return conditions;
}

function so(is: boolean, why: string): string | undefined {
  return is ? why : undefined;
}

function isOneOf<T extends string>(
  named: T | readonly T[] | undefined,
  of: (asked: Asked) => T | undefined,
  words: string,
): Condition[] {
  if (named === undefined) return [];
  const wanted = new Map<string, string>([named].flat().map((one) => [one, `${words} ${one}`]));
  return [(asked) => wanted.get(of(asked) ?? '')];
}

function saysOneOf(words: readonly string[]): Condition {
  const looked = words.map((word) => ({ isIn: wordOf(word), why: `it says “${word}”` }));
  return ({ said }) => looked.find(({ isIn }) => isIn(said))?.why;
}

/** A calendar that does not exist is neither open nor closed, so its rule does not fire. */
function isOpenOrClosed(wanted: 'open' | 'closed', calendar: string | Calendar): Condition {
  const by = typeof calendar === 'string' ? `by the calendar ${calendar}` : 'by the hours of the rule';
  const why = `it is ${wanted} ${by}`;
  return ({ isOpenBy }) => so(isOpenBy(calendar) === (wanted === 'open'), why);
}

/** Whether calendars are open now, each looked at once however many rules ask. */
function openingsAt({ now, calendars }: RouteFacts): Asked['isOpenBy'] {
  const known = new Map<string | Calendar, boolean | undefined>();
  return (calendar) => {
    if (!known.has(calendar)) {
      const hours = hoursOf(calendar, calendars);
      known.set(calendar, hours && isOpen(now, hours));
    }
    return known.get(calendar);
  };
}

function hoursOf(calendar: string | Calendar, calendars: RouteFacts['calendars']): Calendar | undefined {
  if (typeof calendar !== 'string') return calendar;
  return calendar === AROUND_THE_CLOCK ? alwaysOpen : calendars[calendar];
}

import type { ChannelSender } from '../channels/sending.ts';
import { alwaysOpen } from '../domain/business-calendar.ts';
import type { Draft, Finding, RuleName } from '../domain/coach/finding.ts';
import type { Conversation } from '../domain/conversation.ts';
import type { Message, Visibility } from '../domain/message.ts';
import { calendarOf, type PolicyBook, policyFor } from '../domain/policy.ts';
import type { FoundPromise } from '../domain/promise.ts';
import { promiseState } from '../domain/promise-schema.ts';
import type { TeamBook } from '../domain/team.ts';
import type { Agent } from './agent.ts';

/** An answer that is being written, where, by whom, and when it is to be sent. */
export interface Written {
  text: string;
  visibility: Visibility;
  agent: Agent;
  at: string;
}

/** What an answer is judged by. */
export interface Circumstances {
  conversation: Conversation;
  /** Its latest messages, oldest first. */
  recent: Message[];
  policies: PolicyBook;
  teams: TeamBook;
  /** How many other conversations got the same text that day. */
  sentToday: number;
  sender?: ChannelSender | undefined;
}

/** What is to be said of an answer before it leaves. */
export interface Assessment {
  findings: Finding[];
  promises: FoundPromise[];
  onlyPromises: boolean;
  /** The finding for which a lead has to consent. */
  needsApproval?: { rule: RuleName };
}

/** An apology counts for this long, in milliseconds. */
const APOLOGY_LASTS = 24 * 3600 * 1000;

/**
 * Judges an answer and hears what it promises. The rules are loaded when the first answer is judged, as what reads times and phone
 * numbers takes longer to load than the rest of the API.
 */
export async function assess(written: Written, known: Circumstances): Promise<Assessment> {
  const [{ coach }, { findPromises, onlyPromises }, { apologises }] = await Promise.all([
    import('../domain/coach.ts'),
    import('../domain/promise.ts'),
    import('../domain/coach/apology-words.ts'),
  ]);
  const { text, visibility, at } = written;
  const { conversation, recent, sender, sentToday } = known;
  const since = new Date(Date.parse(at) - APOLOGY_LASTS).toISOString();
  const ours = recent.filter(({ direction, at: said }) => direction === 'outbound' && said > since);
  const draft: Draft = {
    reply: text,
    to: questionOf(conversation, recent),
    visibility,
    dissatisfied: isDissatisfied(conversation),
    apologised: ours.some((message) => apologises(message.text)),
    sentToday,
    measured: sender && { ...sender.measure(text, visibility), channel: sender.name },
    broken: brokenPromises(conversation, at),
  };
  const findings = coach(draft);
  const promises = findPromises(text, { at, ...placeOf(known) });
  const rule = approvalRule(findings, written.agent, known);
  return {
    findings,
    promises,
    onlyPromises: onlyPromises(text, promises),
    ...(rule && { needsApproval: { rule } }),
  };
}

/** What waits for an answer, or else what the customer said last. */
function questionOf({ unanswered }: Conversation, recent: Message[]): string {
  const theirs = recent.filter(
    ({ direction, deletedAt }) => direction === 'inbound' && deletedAt === undefined,
  );
  const waiting = theirs.filter(({ id }) => unanswered.some(({ messageId }) => messageId === id));
  return (waiting.length > 0 ? waiting : theirs.slice(-1)).map(({ text }) => text).join('\n');
}

/** Undefined while nothing has judged the customer, so that their words are looked at. */
function isDissatisfied({ triage }: Conversation): boolean | undefined {
  return triage && (triage.reason === 'dissatisfaction' || triage.sentiment === 'negative');
}

function brokenPromises({ promises = [] }: Conversation, now: string): Draft['broken'] {
  return promises
    .filter((promise) => promiseState(promise, now) === 'broken' && promise.clock.answeredAt === undefined)
    .map(({ text, clock: { dueAt } }) => ({ text, dueAt }));
}

/** Where the team's days begin and end. */
function placeOf({ conversation, policies, teams }: Circumstances) {
  const calendar = calendarOf(policyFor(policies, conversation), policies);
  const hours = calendar === alwaysOpen ? undefined : calendar;
  const team = teams.teams.find(({ id }) => id === conversation.teamId);
  return { timeZone: team?.timeZone ?? hours?.timeZone ?? 'UTC', calendar: hours };
}

function approvalRule(
  findings: Finding[],
  { role }: Agent,
  { conversation, teams }: Circumstances,
): RuleName | undefined {
  if (role !== 'agent') return undefined;
  const rules = teams.teams.find(({ id }) => id === conversation.teamId)?.approval ?? [];
  return findings.find(({ rule }) => rules.includes(rule))?.rule;
}

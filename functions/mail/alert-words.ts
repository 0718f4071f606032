import type { ChannelName } from '../domain/channel-name.ts';
import { isWaiting, nextStep } from '../domain/clock.ts';
import type { Clock, ClockStep, ResponseKind } from '../domain/clock-schema.ts';
import type { Conversation } from '../domain/conversation.ts';
import { isolated, oneLine, shorten } from './plain-words.ts';
import { instantWords, secondsBetween, spanShort, spanWords } from './time-words.ts';

/** What an alert is about. `accountName` is our own presence as people know it; `now` is an ISO 8601 instant. */
export interface Alert {
  conversation: Conversation;
  clock: Clock;
  step: ClockStep;
  accountName?: string | undefined;
  now: string;
}

/** A thing to know at a glance: what it is, and what there is to say about it, line by line. */
export interface Fact {
  label: string;
  lines: string[];
}

/** Longest part of a name that is shown; platforms allow more, and some people use it. */
const NAME_LENGTH = 60;
/** As much of a promise as its reader needs to know it again. */
const PROMISE_LENGTH = 200;

/** Channels as people call them. */
export const channelLabels: Record<ChannelName, string> = { facebook: 'Facebook', x: 'X' };
const responses: Record<ResponseKind, string> = {
  firstResponse: 'a first response',
  nextResponse: 'the next response',
};

/** One line that can be read on a locked phone: what happened first, then who, where and since when, then their words. */
export function subjectOf(alert: Alert, teaser: string): string {
  const { conversation, clock, step, now } = alert;
  const waits = isWaiting(clock) ? 'waits' : 'waited';
  const span =
    step.name === 'warning'
      ? ''
      : ` ${waits} ${spanShort(secondsBetween(clock.startedAt, waitedUntil(clock, now)))}`;
  const about = `${personName(conversation)} on ${channelLabels[conversation.channel]}${span}`;
  return `${happening(alert)}: ${about}${teaser === '' ? '' : ` — ${isolated(teaser)}`}`;
}

/** What happened, in the fewest words; mails of different steps can be told apart by it. */
export function happening({ step, clock, now }: Alert): string {
  const left = secondsBetween(now, clock.dueAt);
  if (clock.kind === 'promise') return happeningToPromise(step, left);
  if (step.name === 'warning') return left >= 0 ? `Due in ${spanShort(left)}` : `Due ${spanShort(-left)} ago`;
  if (step.name === 'breach') return 'Breached';
  return `Escalated to ${recipientWords(step.to)}`;
}

function happeningToPromise({ name, to }: ClockStep, left: number): string {
  if (name === 'warning') return left >= 0 ? `Promise due in ${spanShort(left)}` : 'Promise due';
  return name === 'breach' ? 'Promise broken' : `Broken promise escalated to ${recipientWords(to)}`;
}

/** Two sentences: who waits for what and how long already, then when it is due and how late that is. */
export function headlineOf({ conversation, clock, now }: Alert): [wait: string, due: string] {
  const { startedAt, dueAt, answeredAt, kind } = clock;
  const waits = isWaiting(clock) ? 'has waited' : 'waited';
  const span = spanWords(secondsBetween(startedAt, waitedUntil(clock, now)));
  const wait =
    kind === 'promise'
      ? promiseWords(conversation, clock)
      : `${personName(conversation)} ${waits} ${span} for ${responses[kind]}.`;
  const due = instantWords(dueAt);
  if (answeredAt !== undefined) {
    const late = spanWords(secondsBetween(dueAt, answeredAt));
    return [wait, `It was due at ${due}; the answer came ${late} late.`];
  }
  if (!isWaiting(clock)) return [wait, `It was due at ${due}; the waiting ended without an answer.`];
  const left = secondsBetween(now, dueAt);
  return [
    wait,
    left >= 0
      ? `It is due at ${due}, in ${spanWords(left)}.`
      : `It was due at ${due}, ${spanWords(-left)} ago.`,
  ];
}

/** "You promised Ada by …: “I’ll call you.”" */
function promiseWords(conversation: Conversation, { id, dueAt }: Clock): string {
  const promise = conversation.promises?.find((made) => made.id === id);
  const words = isolated(shorten(oneLine(promise?.text ?? ''), PROMISE_LENGTH));
  return `You promised ${personName(conversation)} by ${instantWords(dueAt)}: ${words}`;
}

/** Who, where, since when, why then, whom else it was told and what comes next. */
export function factsOf(alert: Alert): Fact[] {
  const { conversation, clock } = alert;
  return [
    { label: 'Who', lines: [whoWords(conversation)] },
    { label: 'Where', lines: [whereWords(alert)] },
    {
      label: clock.kind === 'promise' ? 'Promised' : 'Waiting since',
      lines: [instantWords(clock.startedAt)],
    },
    { label: 'Told', lines: toldSteps(clock).map(toldWords) },
    { label: 'Next', lines: [nextWords(clock)] },
    { label: 'Why this deadline', lines: [oneLine(clock.why.sentence)] },
  ];
}

function personName({ contact: { name, handle } }: Conversation): string {
  const known = shorten(oneLine(name ?? ''), NAME_LENGTH);
  if (known !== '') return isolated(known);
  return handle === undefined ? 'Somebody' : `@${shorten(oneLine(handle), NAME_LENGTH)}`;
}

function whoWords(conversation: Conversation): string {
  const { name, handle, followers, verified } = conversation.contact;
  const parts = [
    name === undefined ? 'name not told by the platform' : personName(conversation),
    ...(handle === undefined ? [] : [`@${shorten(oneLine(handle), NAME_LENGTH)}`]),
    followers === undefined ? 'followers not known' : followerWords(followers),
    ...(verified ? ['verified'] : []),
  ];
  return parts.join(' · ');
}

function followerWords(followers: number): string {
  return `${followers.toLocaleString('en')} ${followers === 1 ? 'follower' : 'followers'}`;
}

function whereWords({ conversation, accountName }: Alert): string {
  const { channel, visibility, accountId } = conversation;
  const account = accountName === undefined ? `account ${accountId}` : isolated(oneLine(accountName));
  return `${channelLabels[channel]} · ${visibility} · to ${account}`;
}

/** The steps that were told. A warning that fired only with the breach was not. */
function toldSteps({ steps, dueAt }: Clock): ClockStep[] {
  return steps.filter(
    ({ name, firedAt }) => firedAt !== undefined && !(name === 'warning' && firedAt > dueAt),
  );
}

function toldWords({ name, to, firedAt }: ClockStep): string {
  const at = firedAt === undefined ? '' : `, ${instantWords(firedAt)}`;
  return `${recipientWords(to)}${at} (${name.replace('-', ' ')})`;
}

function nextWords(clock: Clock): string {
  if (!isWaiting(clock)) return 'nothing; the waiting is over';
  const next = nextStep(clock);
  if (!next) return 'nobody else is told';
  return `${recipientWords(next.to)}, ${instantWords(next.at)}, unless somebody answers before`;
}

/** A role as words, a mail address as it is. */
function recipientWords(to: string): string {
  return to === 'team' || to === 'lead' || to === 'admin' ? `the ${to}` : to;
}

/** When waiting ended, or now. */
function waitedUntil({ answeredAt, endedAt }: Clock, now: string): string {
  return answeredAt ?? endedAt ?? now;
}

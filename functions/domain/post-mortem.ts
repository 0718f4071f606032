import type { Affected } from './affected.ts';
import { spell } from './deadline-reason.ts';
import type { Incident } from './incident.ts';
import type { Instant } from './instant.ts';

/** What is known of an incident once it is over. */
export interface Aftermath {
  incident: Incident;
  /** Those who asked about it, as far as somebody accepted them. */
  affected: Pick<Affected, 'reportedAt' | 'toldAt'>[];
  /** How many of them had an answer from a person. */
  answered: number;
  /** How many were told by mail. */
  mailed: number;
  now: Instant;
}

/** What the numbers of an incident say; durations in seconds. */
export interface PostMortemNumbers {
  asked: number;
  /** Of those who asked: before and after the first word was out. */
  askedBefore: number;
  askedAfter: number;
  /** Subscribers who were told without asking. */
  toldUnasked: number;
  toldPersonally: number;
  answered: number;
  /** Share of those who asked that had an answer; null when nobody asked. */
  answeredShare: number | null;
  /** How much seldomer people asked once the first word was out (0 to 1); null where that cannot be told. */
  deflection: number | null;
  /** From the first report on; null where there is none, or it has not come so far. */
  secondsToNotice: number | null;
  secondsToDeclare: number | null;
  secondsToFirstWord: number | null;
  secondsToFix: number | null;
}

/** Counts what happened. */
export function numbersOf({ incident, affected, answered, mailed, now }: Aftermath): PostMortemNumbers {
  const { firstWordAt, firstReportAt, noticedAt, openedAt, resolvedAt } = incident;
  const asked = affected.length;
  const askedBefore = affected.filter(
    ({ reportedAt }) => firstWordAt === undefined || reportedAt < firstWordAt,
  ).length;
  const since = (at: Instant | undefined) =>
    firstReportAt === undefined || at === undefined ? null : secondsBetween(firstReportAt, at);
  return {
    asked,
    askedBefore,
    askedAfter: asked - askedBefore,
    toldUnasked: mailed,
    toldPersonally: affected.filter(({ toldAt }) => toldAt !== undefined).length,
    answered,
    answeredShare: asked === 0 ? null : answered / asked,
    deflection: deflectionOf(askedBefore, asked - askedBefore, incident, now),
    secondsToNotice: since(noticedAt),
    secondsToDeclare: since(openedAt),
    secondsToFirstWord: since(firstWordAt),
    secondsToFix: since(resolvedAt),
  };
}

/** How much seldomer people asked after the first word than before it, by questions a minute. */
function deflectionOf(before: number, after: number, incident: Incident, now: Instant): number | null {
  const { firstReportAt, firstWordAt, resolvedAt = now } = incident;
  if (firstReportAt === undefined || firstWordAt === undefined || before === 0) return null;
  const silent = secondsBetween(firstReportAt, firstWordAt);
  const told = secondsBetween(firstWordAt, resolvedAt);
  if (silent <= 0 || told <= 0) return null;
  return Math.min(1, Math.max(0, 1 - after / told / (before / silent)));
}

/** A draft of the page that tells what happened, in Markdown; what only people know is left for them to write. */
export function postMortem(aftermath: Aftermath): { markdown: string; numbers: PostMortemNumbers } {
  const { incident } = aftermath;
  const numbers = numbersOf(aftermath);
  const { title, severity, affected } = incident;
  const timeline = timelineOf(incident).map(
    ({ at, what }) => `| ${at.replace('T', ' ').slice(0, 19)} | ${plain(what)} |`,
  );
  const markdown = `${[
    `# ${plain(title)}`,
    `Severity: ${severity}. Affected: ${affected.length === 0 ? 'not said' : affected.map(plain).join(', ')}.`,
    ['## Timeline', '', '| When (UTC) | What |', '|---|---|', ...timeline].join('\n'),
    ['## In numbers', '', ...numberLines(numbers).map((line) => `- ${line}`)].join('\n'),
    '## What happened\n\n_To be written: the cause, in words that a customer understands._',
    '## What we change\n\n_To be written: what is done so that it does not happen again, by whom and by when._',
  ].join('\n\n')}\n`;
  return { markdown, numbers };
}

function timelineOf(incident: Incident): { at: Instant; what: string }[] {
  const { firstReportAt, noticedAt, openedAt, openedBy, firstWordAt, updates, resolvedAt } = incident;
  const entries = [
    { at: firstReportAt, what: 'The first customer reported it.' },
    { at: noticedAt, what: 'Hark noticed that many more than usual wrote about it.' },
    { at: openedAt, what: `${openedBy.name} declared the incident.` },
    { at: firstWordAt, what: 'The first word about it was out.' },
    ...updates.map(({ at, text, phase, by }) => ({ at, what: `${phase} (${by.name}): ${text}` })),
    { at: resolvedAt, what: 'It was fixed.' },
  ];
  return entries
    .flatMap(({ at, what }) => (at === undefined ? [] : [{ at, what }]))
    .toSorted((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

function numberLines(numbers: PostMortemNumbers): string[] {
  const { asked, askedBefore, askedAfter, toldUnasked, toldPersonally, answered, answeredShare, deflection } =
    numbers;
  const after = (seconds: number | null, what: string) =>
    seconds === null ? [] : [`${what} ${spell(seconds)} after the first report.`];
  return [
    `${asked} asked: ${askedBefore} before the first word was out, ${askedAfter} after it.`,
    `${toldUnasked} were told by mail without asking, ${toldPersonally} in their own conversation.`,
    ...(answeredShare === null
      ? []
      : [`${answered} of those who asked had an answer: ${percent(answeredShare)}.`]),
    ...(deflection === null
      ? []
      : [`Once the first word was out, people asked ${percent(deflection)} less often.`]),
    ...after(numbers.secondsToNotice, 'Noticed'),
    ...after(numbers.secondsToDeclare, 'Declared'),
    ...after(numbers.secondsToFirstWord, 'First word out'),
    ...after(numbers.secondsToFix, 'Fixed'),
  ];
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** On one line, without what Markdown would take for a sign. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_#[\]<>|]/g, '\\$&')
    .trim();
}

function secondsBetween(from: Instant, to: Instant): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 1000);
}

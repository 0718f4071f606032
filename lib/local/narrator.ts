import pc from 'picocolors';
import * as z from 'zod/mini';
import type { EventName } from '../../functions/domain/events.ts';
import type { BusEvent } from './event-bus.ts';
import type { InvocationError } from './function-instance.ts';
import type { CaughtMail } from './mail.ts';

/** Tells in the terminal what happens, one line each. Never shows what customers wrote. */
export interface Narrator {
  /** The addresses, what is connected, and what the template holds that has no local meaning. */
  welcome(welcome: Welcome): void;
  event(event: BusEvent): void;
  mail(mail: CaughtMail): void;
  /** A line that a function printed; only warnings and errors are shown. */
  output(functionName: string, line: string): void;
  failed(functionName: string, error: InvocationError): void;
  /** The runner's own trouble. */
  trouble(what: string, error: unknown): void;
  note(text: string): void;
}

export interface Welcome {
  url: string;
  dynamodb: string;
  queues: string;
  dataFolder: string;
  logFile: string;
  functions: number;
  /** Sentences about what of the stack does not run here. */
  missing: string[];
}

/** The same trouble is told again after this time; a poller meets it many times a minute. */
const QUIET_MS = 60_000;

type Colour = (text: string) => string;

const Detail = z.object({
  conversationId: z._default(z.string(), ''),
  data: z._default(
    z.looseObject({
      channel: z.optional(z.string()),
      visibility: z.optional(z.string()),
      kind: z.optional(z.string()),
      dueAt: z.optional(z.string()),
      to: z.optional(z.string()),
      reason: z.optional(z.string()),
      agentId: z.optional(z.string()),
      ownerId: z.optional(z.string()),
      teamId: z.optional(z.string()),
      until: z.optional(z.string()),
      because: z.optional(z.string()),
      priority: z.optional(z.string()),
    }),
    {},
  ),
});
type Data = z.infer<typeof Detail>['data'];

type Telling = [Colour, (data: Data) => string];

/** How each event reads; one that is not listed is told by its name. */
const known = {
  'conversation.opened': [
    pc.cyan,
    ({ channel, visibility }) => words(visibility, 'conversation opened', on(channel)),
  ],
  'conversation.reopened': [pc.cyan, ({ channel }) => words('conversation reopened', on(channel))],
  'conversation.resolved': [pc.green, () => 'conversation resolved'],
  'conversation.assigned': [pc.dim, ({ ownerId }) => (ownerId ? 'has an owner' : 'has no owner any more')],
  'conversation.transferred': [pc.dim, ({ teamId }) => words('handed to the team', teamId)],
  'conversation.snoozed': [pc.dim, ({ until }) => words('put aside until', until)],
  'conversation.woken': [pc.cyan, ({ because }) => words('back again, because of the', because)],
  'conversation.tagged': [pc.dim, () => 'tagged'],
  'conversation.prioritised': [pc.dim, ({ priority }) => words('has the priority', priority)],
  'conversation.blocked': [pc.yellow, () => 'person blocked'],
  'conversation.unblocked': [pc.dim, () => 'person heard again'],
  'conversation.noted': [pc.dim, () => 'noted'],
  'conversation.mentioned': [pc.cyan, () => 'an agent was mentioned'],
  'message.received': [pc.cyan, ({ channel, visibility }) => words(visibility, 'message in', on(channel))],
  'message.attached': [pc.dim, () => 'with files, which are copied'],
  'message.answered': [
    pc.green,
    ({ agentId }) => (agentId ? 'answered in Hark' : "answered in the platform's own app"),
  ],
  'clock.started': [pc.blue, ({ kind, dueAt }) => words(clock(kind), 'started:', due(dueAt))],
  'clock.moved': [pc.blue, ({ kind, dueAt }) => words(clock(kind), 'moved:', due(dueAt))],
  'clock.met': [pc.green, ({ kind }) => words(clock(kind), 'met')],
  'clock.ended': [pc.dim, ({ kind, reason }) => words(clock(kind), 'ended:', reason)],
  'clock.warned': [
    pc.yellow,
    ({ kind, dueAt, to }) => words(clock(kind), 'is', due(dueAt), '- warning', whom(to)),
  ],
  'clock.breached': [pc.red, ({ kind, to }) => words(clock(kind), 'breached - telling', whom(to))],
  'clock.escalated': [pc.magenta, ({ kind, to }) => words(clock(kind), 'escalated to', whom(to))],
  'message.scheduled': [pc.dim, () => 'answer scheduled'],
  'message.sent': [pc.green, () => 'answer taken by the platform'],
  'message.delivered': [pc.dim, () => 'answer delivered'],
  'message.read': [pc.dim, () => 'answer read'],
  'message.held': [pc.yellow, ({ reason }) => words('answer held:', reason)],
  'message.unconfirmed': [pc.yellow, ({ reason }) => words('answer unconfirmed:', reason)],
  'message.failed': [pc.red, ({ reason }) => words('answer failed:', reason)],
  'message.cancelled': [pc.dim, () => 'answer taken back'],
  'message.acknowledged': [pc.dim, () => 'acknowledged automatically'],
} satisfies Partial<Record<EventName, Telling>>;

/** Bookkeeping that follows from what else is told. */
const COUNTED = 'conversation.counted' satisfies EventName;

const tellings = new Map<string, Telling>(Object.entries(known));

const LogLine = z.object({ level: z.string(), message: z.string(), error: z.optional(z.unknown()) });
const LoggedError = z.object({ name: z.optional(z.string()), message: z.optional(z.string()) });

/** Writes to `print`, a line at a time without its line end. */
export function createNarrator(print: (line: string) => void): Narrator {
  const tell = (colour: Colour, what: string, about = '') =>
    print(
      `${pc.dim(clockTime(new Date()))}  ${colour(oneLine(what))}${about && pc.dim(`  ${oneLine(about)}`)}`,
    );
  const troubles = new Map<string, number>();
  return {
    welcome(welcome) {
      for (const line of welcomeLines(welcome)) print(line);
    },
    event({ source, 'detail-type': name, detail }) {
      if (source !== 'hark' || name === COUNTED) return;
      const { conversationId, data } = Detail.safeParse(detail).data ?? { conversationId: '', data: {} };
      const [colour, sentence] = tellings.get(name) ?? [pc.dim, () => name];
      tell(colour, sentence(data), conversationId);
    },
    // A subject may quote the customer behind a dash; the terminal shows what is ours.
    mail: ({ to, subject }) => tell(pc.bold, `mail to ${to}`, subject.split(' — ')[0]),
    output(functionName, line) {
      const { level, message, error } = parseLog(line) ?? { level: '', message: '' };
      if (!['WARN', 'ERROR', 'CRITICAL'].includes(level)) return;
      const cause = LoggedError.safeParse(error).data;
      tell(level === 'WARN' ? pc.yellow : pc.red, `${functionName}: ${message}`, cause?.message);
    },
    failed: (functionName, { type, message }) => tell(pc.red, `${functionName} failed: ${type}: ${message}`),
    trouble(what, error) {
      const text = `${what}: ${error instanceof Error ? error.message : String(error)}`;
      if (Date.now() - (troubles.get(text) ?? 0) < QUIET_MS) return;
      troubles.set(text, Date.now());
      tell(pc.red, text);
    },
    note: (text) => tell(pc.dim, text),
  };
}

function welcomeLines({ url, dynamodb, queues, dataFolder, logFile, functions, missing }: Welcome): string[] {
  const row = (name: string, value: string) => `  ${pc.dim(name.padEnd(12))}${value}`;
  return [
    '',
    pc.bold('Hark on this machine'),
    row('console', `${pc.cyan(`${url}/`)}  where agents answer: sign in as agent, lead or admin`),
    row('customers', `${pc.cyan(`${url}/_local/outside`)}  the outside world: be one of them`),
    row('status', `${pc.cyan(`${url}/status`)}  what everybody may see`),
    row('mails', pc.cyan(`${url}/_local/mails.html`)),
    row('webhooks', pc.cyan(`${url}/webhooks/facebook  ${url}/webhooks/x`)),
    row('API', pc.cyan(`${url}/api/conversations`)),
    row('sign-in', `${pc.cyan(`${url}/_local/sign-in`)} (issuer)  a token: npm run -s token -- agent`),
    row('connected', `${functions} functions, DynamoDB ${dynamodb}, SQS ${queues}`),
    row('data', `${dataFolder}  (functions log to ${logFile})`),
    ...missing.map((sentence) => row('not here', pc.yellow(sentence))),
    '',
  ];
}

/** What one event holds is ours, but a control character in it must not steer the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/\p{Cc}+/gu, ' ').slice(0, 300);
}

function parseLog(line: string) {
  try {
    return LogLine.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function words(...parts: (string | undefined)[]): string {
  return parts.filter(Boolean).join(' ');
}

function on(channel: string | undefined): string | undefined {
  return channel && `on ${channel}`;
}

function whom(to: string | undefined): string | undefined {
  return to?.includes('@') ? to : to && `the ${to}`;
}

function clock(kind: string | undefined): string {
  return `${(kind ?? 'clock').replaceAll(/([A-Z])/g, ' $1').toLowerCase()} clock`;
}

function due(instant: string | undefined): string | undefined {
  if (instant === undefined) return undefined;
  const at = new Date(instant);
  const today = at.toDateString() === new Date().toDateString();
  return `due ${today ? clockTime(at) : at.toLocaleString('en-GB')}`;
}

function clockTime(instant: Date): string {
  return instant.toLocaleTimeString('en-GB');
}

import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1));

/** The settings that a function may read, each with its schema. The construct library types its environment by the same keys. */
const settings = {
  /** Name of the one DynamoDB table. */
  TABLE_NAME: text,
  INBOUND_QUEUE_URL: text,
  DUE_QUEUE_URL: text,
  OUTBOUND_QUEUE_URL: text,
  PUSH_QUEUE_URL: text,
  /** Where messages to open pages are handed in: the management address of the WebSocket API. */
  LIVE_ENDPOINT: text,
  BROADCAST_QUEUE_URL: text,
  /** Name of the EventBridge bus that announces what happened. */
  BUS_NAME: text,
  /** JSON object, channel name → ARN of the channel's secret. */
  CHANNEL_SECRETS: text,
  /** JSON object, channel name → address of the platform's API. */
  CHANNEL_APIS: text,
  /** Name of the one bucket for files of messages. */
  MEDIA_BUCKET: text,
  /** JSON object, channel name → origins from which customers' files may be fetched; `functions/media/media-origins.ts` explains them. */
  MEDIA_HOSTS: text,
  /** Name of the bucket that everybody reads the status page from. */
  STATUS_BUCKET: text,
  /** Where the status page is, without a trailing slash. */
  STATUS_URL: text,
  /** JSON: which language model writes drafts and how many tokens a day it may take, or null; `functions/writing-aid.ts` explains it. */
  WRITING_AID: text,
  /** JSON object, name of a work → URLs of its queue and of its dead letters. */
  DEAD_LETTERS: text,
  /** Sender of all mails; a verified SES identity. */
  MAIL_FROM: text,
  /** How many mails a second the mail service takes from us. */
  MAIL_RATE: text,
  /** SES configuration set whose events tell which mails left. */
  MAIL_CONFIGURATION_SET: text,
  /** Where links in mails lead, without a trailing slash. */
  CONSOLE_URL: text,
  /** Mail addresses of the first team until teams are set up: JSON `{ "team": […], "lead": […], "admin": […] }`. */
  ALERT_RECIPIENTS: text,
};

export type Setting = keyof typeof settings;

/** What each function needs, by the name of its file in `handlers`. */
export const functionSettings = {
  webhook: ['INBOUND_QUEUE_URL', 'CHANNEL_SECRETS'],
  inbound: ['TABLE_NAME'],
  api: ['TABLE_NAME', 'CHANNEL_SECRETS', 'CHANNEL_APIS', 'DEAD_LETTERS', 'MEDIA_BUCKET', 'WRITING_AID'],
  publish: ['BUS_NAME', 'PUSH_QUEUE_URL'],
  live: ['TABLE_NAME', 'LIVE_ENDPOINT'],
  push: ['TABLE_NAME', 'LIVE_ENDPOINT'],
  schedule: ['DUE_QUEUE_URL'],
  sweep: ['TABLE_NAME', 'DUE_QUEUE_URL'],
  due: ['TABLE_NAME', 'DUE_QUEUE_URL', 'OUTBOUND_QUEUE_URL', 'BROADCAST_QUEUE_URL'],
  outbound: ['TABLE_NAME', 'CHANNEL_SECRETS', 'CHANNEL_APIS', 'MEDIA_BUCKET'],
  release: ['TABLE_NAME', 'CHANNEL_SECRETS'],
  notify: ['TABLE_NAME', 'MAIL_FROM', 'MAIL_CONFIGURATION_SET', 'CONSOLE_URL', 'ALERT_RECIPIENTS'],
  'mail-events': ['TABLE_NAME'],
  bookkeeping: ['TABLE_NAME'],
  'status-page': ['TABLE_NAME', 'STATUS_BUCKET', 'STATUS_URL'],
  answers: ['TABLE_NAME'],
  subscriptions: ['TABLE_NAME', 'MAIL_FROM', 'MAIL_CONFIGURATION_SET', 'STATUS_URL'],
  broadcast: [
    'TABLE_NAME',
    'CHANNEL_SECRETS',
    'CHANNEL_APIS',
    'MEDIA_BUCKET',
    'BROADCAST_QUEUE_URL',
    'MAIL_FROM',
    'MAIL_CONFIGURATION_SET',
    'MAIL_RATE',
    'STATUS_BUCKET',
    'STATUS_URL',
  ],
  media: ['TABLE_NAME', 'CHANNEL_SECRETS', 'CHANNEL_APIS', 'MEDIA_BUCKET', 'MEDIA_HOSTS'],
} as const satisfies Record<string, readonly Setting[]>;

export type FunctionName = keyof typeof functionSettings;
export type Config<F extends FunctionName> = Record<(typeof functionSettings)[F][number], string>;

/**
 * The configuration of one function, checked once per cold start.
 * @throws Error that names every missing setting, so that a broken deployment says what it lacks.
 */
export function readConfig<F extends FunctionName>(name: F, env: NodeJS.ProcessEnv = process.env): Config<F> {
  const needed: readonly Setting[] = functionSettings[name];
  const missing = needed.filter((key) => !settings[key].safeParse(env[key]).success);
  if (isConfigured(env, missing)) return env;
  throw new Error(`The function '${name}' is not configured: ${missing.join(', ')} missing or empty.`);
}

/** Turns the absence of gaps into a type, so that no setting is read that was not checked. */
function isConfigured<F extends FunctionName>(
  _env: NodeJS.ProcessEnv,
  missing: readonly Setting[],
): _env is Config<F> {
  return missing.length === 0;
}

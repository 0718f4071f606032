import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod/mini';

/** A mail that SES would have sent. */
export interface CaughtMail {
  /** The recipients, separated by commas. */
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Header lines of its own. */
  headers: Record<string, string>;
  /** ISO 8601 instant. */
  sentAt: string;
}

/** What is needed to announce that a mail left. */
export interface SentMail extends CaughtMail {
  messageId: string;
  from: string;
  recipients: string[];
  configurationSet: string | undefined;
  tags: Record<string, string[]>;
}

/** Stands in for SES: takes mails, keeps them in the data folder, and announces each one that left. */
export interface MailBox {
  /** Answers `SendEmail` of SES v2. @throws ZodError for a request that it does not understand */
  send(request: unknown): { MessageId: string };
  /** Announces what a killed runner left unannounced. */
  announceRest(): Promise<void>;
  /** All mails, oldest first. */
  all(): CaughtMail[];
}

const Content = z.object({ Data: z.string() });
const Addresses = z._default(z.array(z.string()), []);
const NamesAndValues = z.array(z.object({ Name: z.string(), Value: z.string() }));
const SendEmailRequest = z.object({
  FromEmailAddress: z.string(),
  Destination: z.object({ ToAddresses: Addresses, CcAddresses: Addresses, BccAddresses: Addresses }),
  Content: z.object({
    Simple: z.object({
      Subject: Content,
      Body: z.object({ Text: z.optional(Content), Html: z.optional(Content) }),
      Headers: z._default(NamesAndValues, []),
    }),
  }),
  ConfigurationSetName: z.optional(z.string()),
  EmailTags: z._default(NamesAndValues, []),
});

const Row = z.object({ mail: z.string() });
const Mail = z.object({
  messageId: z.string(),
  from: z.string(),
  recipients: z.array(z.string()),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z._default(z.record(z.string(), z.string()), {}),
  sentAt: z.string(),
  configurationSet: z.optional(z.string()),
  tags: z.record(z.string(), z.array(z.string())),
});

/** `announce` tells the event bus; a mail counts as announced when it resolves. */
export function openMailBox(database: DatabaseSync, announce: (mail: SentMail) => Promise<void>): MailBox {
  database.exec(
    'CREATE TABLE IF NOT EXISTS mail (seq INTEGER PRIMARY KEY, mail TEXT NOT NULL, announced INTEGER NOT NULL) STRICT',
  );
  const insert = database.prepare('INSERT INTO mail (mail, announced) VALUES (?, 0)');
  const settle = database.prepare('UPDATE mail SET announced = 1 WHERE seq = ?');
  const rest = database.prepare('SELECT seq, mail FROM mail WHERE announced = 0 ORDER BY seq');
  const select = database.prepare('SELECT mail FROM mail ORDER BY seq');

  async function tell(seq: number, mail: SentMail): Promise<void> {
    await announce(mail);
    settle.run(seq);
  }

  return {
    send(request) {
      const mail = toMail(SendEmailRequest.parse(request));
      const { lastInsertRowid } = insert.run(JSON.stringify(mail));
      // As with SES, the caller has its answer before the world hears; what fails here is repeated at the next start.
      tell(Number(lastInsertRowid), mail).catch(() => {});
      return { MessageId: mail.messageId };
    },
    async announceRest() {
      for (const row of rest.all()) await tell(Number(row.seq), parseRow(row));
    },
    all: () =>
      select.all().map((row) => {
        const { to, subject, text, html, headers, sentAt } = parseRow(row);
        return { to, subject, text, html, headers, sentAt };
      }),
  };
}

function parseRow(row: unknown): SentMail {
  const mail = Mail.parse(JSON.parse(Row.parse(row).mail));
  return { ...mail, configurationSet: mail.configurationSet };
}

function toMail(request: z.infer<typeof SendEmailRequest>): SentMail {
  const { ToAddresses, CcAddresses, BccAddresses } = request.Destination;
  const recipients = [...ToAddresses, ...CcAddresses, ...BccAddresses];
  const { Subject, Body, Headers } = request.Content.Simple;
  const configurationSet = request.ConfigurationSetName;
  return {
    messageId: `0100019a00000000-${randomUUID()}-000000`,
    from: request.FromEmailAddress,
    recipients,
    to: recipients.join(', '),
    subject: Subject.Data,
    text: Body.Text?.Data ?? '',
    html: Body.Html?.Data ?? '',
    headers: Object.fromEntries(Headers.map(({ Name, Value }) => [Name, Value])),
    sentAt: new Date().toISOString(),
    configurationSet,
    tags: {
      ...Object.fromEntries(request.EmailTags.map(({ Name, Value }) => [Name, [Value]])),
      ...(configurationSet === undefined ? {} : { 'ses:configuration-set': [configurationSet] }),
    },
  };
}

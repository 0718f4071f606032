import { type SESv2Client, SESv2ServiceException, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Config } from '../config.ts';
import type { Mail } from './alert-mail.ts';

/** Longest wait for an answer, in ms; less than the function has, so that one slow mail does not end the others of its batch. */
const PATIENCE = 3000;

/** A mail on its way: to whom, and the tags that the mail service's own events will carry (letters, digits, `_` and `-` only). */
export interface Outgoing {
  to: string[];
  mail: Mail;
  tags: Record<string, string>;
  /** Header lines of its own, such as the one by which a mail program unsubscribes. */
  headers?: Record<string, string>;
}

/** What became of the one attempt: the service's id of the mail, or why it certainly did not take it. */
export type Attempt = { mailId: string } | { refused: Error };

export type SendMail = (outgoing: Outgoing) => Promise<Attempt>;

/** The settings that say who sends, and whose events tell what became of a mail. */
type Sender = Pick<Config<'notify'>, 'MAIL_FROM' | 'MAIL_CONFIGURATION_SET'>;

/** Sends through SES, from one sender, with the configuration set whose events tell which mails left. */
export function mailSender(client: SESv2Client, config: Sender): SendMail {
  /** @throws Error when it is not known whether the mail left: no answer, or one that blames the service. */
  return async function sendMail({ to, mail, tags, headers = {} }) {
    try {
      const { MessageId } = await client.send(
        new SendEmailCommand({
          FromEmailAddress: config.MAIL_FROM,
          ConfigurationSetName: config.MAIL_CONFIGURATION_SET,
          Destination: { ToAddresses: to },
          Content: {
            Simple: {
              Subject: utf8(mail.subject),
              Body: { Text: utf8(mail.text), Html: utf8(mail.html) },
              Headers: namesAndValues(headers),
            },
          },
          EmailTags: namesAndValues(tags),
        }),
        { abortSignal: AbortSignal.timeout(PATIENCE) },
      );
      return { mailId: MessageId ?? 'unknown' };
    } catch (error) {
      if (error instanceof SESv2ServiceException && isRefusal(error)) return { refused: error };
      throw error;
    }
  };
}

function isRefusal({ $metadata: { httpStatusCode = 0 } }: SESv2ServiceException): boolean {
  return httpStatusCode >= 400 && httpStatusCode < 500;
}

function namesAndValues(entries: Record<string, string>) {
  return Object.entries(entries).map(([Name, Value]) => ({ Name, Value }));
}

function utf8(Data: string) {
  return { Data, Charset: 'UTF-8' };
}

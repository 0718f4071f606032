import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { SESv2Client } from '@aws-sdk/client-sesv2';
import * as z from 'zod/mini';
import { mailClient } from '../../../functions/services/mail.ts';

const Content = z.object({ Data: z.string(), Charset: z.literal('UTF-8') });
const Tag = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,256}$/));

/** A call of SendEmail as SES takes it; what SES would refuse does not parse. */
const SendEmail = z.object({
  FromEmailAddress: z.string(),
  ConfigurationSetName: z.string(),
  Destination: z.object({ ToAddresses: z.array(z.email()).check(z.minLength(1), z.maxLength(50)) }),
  Content: z.object({
    Simple: z.object({
      Subject: Content,
      Body: z.object({ Text: Content, Html: Content }),
      Headers: z.optional(z.array(z.object({ Name: z.string(), Value: z.string() }))),
    }),
  }),
  EmailTags: z.array(z.object({ Name: Tag, Value: Tag })),
});
export type SentMail = z.infer<typeof SendEmail> & { id: string };

/** How the server treats a call: takes it, refuses it, fails, or takes it and is gone before it can say so. */
export type Treatment = 'take' | 'refuse' | 'throttle' | 'fail' | 'take and cut';

/** A mail service on this machine that speaks as SES does, and remembers what it took. */
export interface MailServer {
  client: SESv2Client;
  mails: SentMail[];
  /** How many calls came in, whatever became of them. */
  calls: () => number;
  /** How the next calls are treated, one each; those after them are taken. */
  next: (...treatments: Treatment[]) => void;
  close: () => Promise<void>;
}

const refusals: Record<'refuse' | 'throttle' | 'fail', [status: number, type: string]> = {
  refuse: [400, 'MessageRejected'],
  throttle: [429, 'TooManyRequestsException'],
  fail: [500, 'InternalServiceErrorException'],
};

export async function openMailServer(): Promise<MailServer> {
  const mails: SentMail[] = [];
  let queued: Treatment[] = [];
  let calls = 0;
  const server = createServer(async (request, response) => {
    calls += 1;
    const body = await bodyOf(request);
    const treatment = queued.shift() ?? 'take';
    if (treatment === 'take' || treatment === 'take and cut') {
      const id = `mail-${mails.length + 1}`;
      mails.push({ ...SendEmail.parse(JSON.parse(body)), id });
      if (treatment === 'take and cut') request.socket.destroy();
      else answer(response, 200, { MessageId: id });
    } else {
      const [status, type] = refusals[treatment];
      response.setHeader('x-amzn-errortype', type);
      answer(response, status, { message: 'Not this one.' });
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = clientOf(server.address());
  return {
    client,
    mails,
    calls: () => calls,
    next: (...treatments) => {
      queued = treatments;
    },
    close: async () => {
      client.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The client that the functions have, so that what it does when a call fails is tested too. */
function clientOf(address: unknown): SESv2Client {
  const { port } = z.object({ port: z.number() }).parse(address);
  return mailClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

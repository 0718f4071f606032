import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import * as z from 'zod/mini';

const retentionDays = Object.values(RetentionDays).filter((value) => typeof value === 'number');

const email = z.email('not an e-mail address');
const emails = z.array(email).check(z.minLength(1, 'an empty list'));
/** The command line can only give strings, so numbers and yes-or-no are read from those too. */
const count = z.coerce.number('not a number').check(z.int('not a whole number'), z.gte(1, 'less than 1'));
const yesOrNo = z.union([z.boolean(), z.stringbool()], 'neither true nor false');

/** Reads JSON out of a string, so that `--context 'alertEmails={"team":["…"]}'` works like the object in cdk.json. */
const jsonText = z.pipe(
  z.string(),
  z.transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.issues.push({ code: 'custom', message: 'not JSON', input: text });
      return z.NEVER;
    }
  }),
);
const form = 'not of the form { "team": ["…"], "lead": ["…"], "admin": ["…"] }';
const recipients = z.strictObject(
  { team: emails, lead: z.optional(emails), admin: z.optional(emails) },
  form,
);

const certificateForm = 'not the ARN of a certificate in us-east-1, where CloudFront looks for them';
const httpsUrl = z.pipe(
  z.url({ protocol: /^https$/, error: 'not an https:// address' }),
  z.transform((url) => url.replace(/\/+$/, '')),
);

/** What an operator may set, by the name of its context value. RUNBOOK.md explains each; a test keeps the two together. */
export const parameterSchemas = {
  /** Name of the CloudFormation stack, so that one account can hold several copies. */
  stackName: z._default(
    z
      .string()
      .check(z.regex(/^[A-Za-z][A-Za-z0-9-]{0,99}$/, 'not a stack name (letters, digits and hyphens)')),
    'Hark',
  ),
  /** Address that all mails come from. Without it nothing is mailed. */
  mailFrom: z.optional(email),
  /** `create`: the stack verifies `mailFrom` with SES. `existing`: the address or its domain is verified already. */
  mailIdentity: z._default(z.enum(['create', 'existing'], 'neither "create" nor "existing"'), 'create'),
  /** Mails a second that SES takes from this account; broadcasts keep to it. */
  mailRate: z._default(count, 14),
  /** Who gets the mails about due and overdue answers. @default the sender's own address, for all three roles */
  alertEmails: z.optional(z.union([recipients, z.pipe(jsonText, recipients)], form)),
  /** Who gets the alarms about Hark itself. @default the first address of `alertEmails.admin` */
  alarmEmail: z.optional(email),
  /** Where agents open Hark. @default the address of the edge */
  consoleUrl: z.optional(httpsUrl),
  /** A certificate of ACM in us-east-1 for the host of `consoleUrl`, which CloudFront then answers to. */
  certificateArn: z.optional(
    z.string().check(z.regex(/^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/, certificateForm)),
  ),
  /** First part of the sign-in page's address. @default one made from the stack's id */
  signInDomain: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^(?!.*(aws|amazon|cognito))[a-z0-9](-?[a-z0-9])*$/,
          'not allowed as a Cognito domain prefix',
        ),
      ),
  ),
  /** Whether agents need a second factor to sign in. */
  signInMfa: z._default(z.enum(['required', 'optional'], 'neither "required" nor "optional"'), 'required'),
  /** What deleting the stack does to the table, the files, the channel secrets and the users. */
  removalPolicy: z._default(z.enum(['retain', 'destroy'], 'neither "retain" nor "destroy"'), 'retain'),
  /** Whether AWS refuses to delete the table and the users at all. @default true with `retain`, false with `destroy` */
  deletionProtection: z.optional(yesOrNo),
  /** How long logs are kept. */
  logRetentionDays: z._default(
    z.coerce
      .number()
      .check(
        z.refine(
          (days) => retentionDays.includes(days),
          'not one of the periods that CloudWatch Logs offers',
        ),
      ),
    90,
  ),
  /** `bedrock` adds drafts, summaries and translations by a language model; messages are read by the embedded one either way. */
  triage: z._default(z.enum(['embedded', 'bedrock'], 'neither "embedded" nor "bedrock"'), 'embedded'),
  /** The model, by its id at Bedrock or that of an inference profile; only with `triage` `bedrock`. */
  bedrockModel: z._default(z.string().check(z.minLength(3)), 'amazon.nova-lite-v1:0'),
  /** Tokens that the model may take on a day (UTC) before drafts are made without it. */
  bedrockDailyTokens: z._default(count, 500_000),
  /** Requests per second that each route takes before it answers 429. */
  throttleRate: z._default(count, 200),
  /** Requests at once that each route takes before it answers 429. */
  throttleBurst: z._default(count, 400),
} as const;

import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';

/** How long a secret is used before it is read again, in milliseconds: a rotation reaches every instance within this time. */
const FRESH = 5 * 60_000;
/** How soon a secret may be read again when a signature did not fit, so that a rotation is noticed at once but forgeries cost little. */
const RECHECK = 30_000;

const ChannelSecret = z.object({
  signingKeys: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  verifyToken: z.optional(z.string().check(z.minLength(1))),
});
export type ChannelSecret = z.infer<typeof ChannelSecret>;

/** Reads the secrets of the channels, and remembers them for a while. */
export interface ChannelSecrets {
  /**
   * The secret of a channel; `doubted` asks for a newer reading than usual.
   * @throws Error when the secret is empty or malformed; it names the channel, never the content.
   */
  of(channel: string, doubted?: boolean): Promise<ChannelSecret>;
}

const SecretArns = z.record(z.string(), z.string());

/** @param arns JSON object, channel name → ARN. @param now epoch milliseconds. */
export function channelSecrets(
  client: SecretsManagerClient,
  arns: string,
  now: () => number,
): ChannelSecrets {
  const arnOf = SecretArns.parse(JSON.parse(arns));
  const cache = new Map<string, { readAt: number; secret: Promise<ChannelSecret> }>();
  return {
    async of(channel, doubted = false) {
      const known = cache.get(channel);
      if (known && now() - known.readAt < (doubted ? RECHECK : FRESH)) return known.secret;
      const secret = readSecret(client, channel, arnOf[channel]);
      cache.set(channel, { readAt: now(), secret });
      secret.catch(() => cache.delete(channel));
      return secret;
    },
  };
}

async function readSecret(
  client: SecretsManagerClient,
  channel: string,
  arn: string | undefined,
): Promise<ChannelSecret> {
  if (arn === undefined) throw new Error(`No secret is configured for the channel '${channel}'.`);
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  const parsed = ChannelSecret.safeParse(parseJson(SecretString ?? ''));
  if (parsed.success) return parsed.data;
  const paths = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole').join(', ');
  throw new Error(
    `The secret of the channel '${channel}' is not as the README describes it: ${paths} is missing or wrong.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';

/** How long a secret is used before it is read again, in milliseconds: a rotation reaches every instance within this time. */
const FRESH = 5 * 60_000;
/** How soon a secret may be read again when a signature did not fit, so that a rotation is noticed at once but forgeries cost little. */
const RECHECK = 30_000;

/** The part of a channel's secret that the receiving side needs. */
const ReceivingSecret = z.object({
  signingKeys: z.array(z.string().check(z.minLength(1))).check(z.minLength(1)),
  verifyToken: z.optional(z.string().check(z.minLength(1))),
});

/** Reads the secrets of the channels, and remembers them for a while. */
export interface ChannelSecrets<T = z.infer<typeof ReceivingSecret>> {
  /**
   * The secret of a channel; `doubted` asks for a newer reading than usual.
   * @throws Error when the secret is empty or malformed; it names the channel, never the content.
   */
  of(channel: string, doubted?: boolean): Promise<T>;
}

/** Where the secrets are, and what time it is in epoch milliseconds. */
export interface SecretSource {
  client: SecretsManagerClient;
  /** JSON object, channel name → ARN. */
  arns: string;
  now: () => number;
}

const SecretArns = z.record(z.string(), z.string());

/** The secrets as the receiving side needs them. */
export function channelSecrets(source: SecretSource): ChannelSecrets {
  return secretsBy(ReceivingSecret, source);
}

/** The secrets as another side needs them, by its schema. */
export function secretsBy<T extends z.ZodMiniType>(
  schema: T,
  { client, arns, now }: SecretSource,
): ChannelSecrets<z.infer<T>> {
  const arnOf = SecretArns.parse(JSON.parse(arns));
  const cache = new Map<string, { readAt: number; secret: Promise<z.infer<T>> }>();
  return {
    async of(channel, doubted = false) {
      const known = cache.get(channel);
      if (known && now() - known.readAt < (doubted ? RECHECK : FRESH)) return known.secret;
      const secret = readSecret(client, channel, arnOf[channel], schema);
      cache.set(channel, { readAt: now(), secret });
      secret.catch(() => cache.delete(channel));
      return secret;
    },
  };
}

async function readSecret<T extends z.ZodMiniType>(
  client: SecretsManagerClient,
  channel: string,
  arn: string | undefined,
  schema: T,
): Promise<z.infer<T>> {
  if (arn === undefined) throw new Error(`No secret is configured for the channel '${channel}'.`);
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  const parsed = schema.safeParse(parseJson(SecretString ?? ''));
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

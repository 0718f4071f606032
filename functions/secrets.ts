import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod/mini';

/** How long a secret is used before it is read again, in milliseconds: a rotation reaches every instance within this time. */
const FRESH = 5 * 60_000;
/** How soon a secret may be read again when a signature did not fit, so that a rotation is noticed at once but forgeries cost little. */
const RECHECK = 30_000;
/** How long a secret is used that cannot be read again because Secrets Manager does not answer. */
const USABLE = 60 * 60_000;

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
  /** Makes the client, at the first reading: most calls of the API need no secret, and a cold start is waited for. */
  openClient: () => SecretsManagerClient;
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
  { openClient, arns, now }: SecretSource,
): ChannelSecrets<z.infer<T>> {
  let client: SecretsManagerClient | undefined;
  const arnOf = SecretArns.parse(JSON.parse(arns));
  const cache = new Map<string, { askedAt: number; answeredAt: number; secret: z.infer<T> }>();
  return {
    async of(channel, doubted = false) {
      const known = cache.get(channel);
      const askedAt = now();
      if (known && askedAt - known.askedAt < (doubted ? RECHECK : FRESH)) return known.secret;
      const isUsable = known !== undefined && askedAt - known.answeredAt < USABLE;
      client ??= openClient();
      const text = await readText(client, channel, arnOf[channel]).catch((error) => {
        if (isUsable) return undefined;
        throw error;
      });
      if (known && text === undefined) {
        cache.set(channel, { ...known, askedAt });
        return known.secret;
      }
      cache.delete(channel);
      const secret = parseSecret(text ?? '', channel, schema);
      cache.set(channel, { askedAt, answeredAt: askedAt, secret });
      return secret;
    },
  };
}

async function readText(
  client: SecretsManagerClient,
  channel: string,
  arn: string | undefined,
): Promise<string> {
  if (arn === undefined) throw new Error(`No secret is configured for the channel '${channel}'.`);
  const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
  return SecretString ?? '';
}

function parseSecret<T extends z.ZodMiniType>(text: string, channel: string, schema: T): z.infer<T> {
  const parsed = schema.safeParse(parseJson(text));
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

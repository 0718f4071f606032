import * as z from 'zod/mini';
import type { FunctionDefinition } from './function-instance.ts';

/** One of our accounts on a simulated platform, with what its API accepts. */
export interface LocalAccount {
  name: string;
  handle?: string;
  token: string;
  tokenSecret?: string;
}

interface ChannelSecret {
  signingKeys: [string];
  verifyToken: string;
  consumerKey?: string;
  accounts: Record<string, LocalAccount>;
}

/**
 * What the platforms sign with on this machine, and our accounts there, the same as in the recorded deliveries. They are test
 * values, and no stack in AWS has them.
 */
export const localSecrets = {
  facebook: {
    signingKeys: ['test-meta-app-secret-0123456789ab'],
    verifyToken: 'local-verify-token',
    accounts: { '108200000000001': { name: 'Larkspur Supply', token: 'local-page-token' } },
  },
  x: {
    signingKeys: ['test-x-consumer-secret-0123456789'],
    verifyToken: 'local-verify-token',
    consumerKey: 'local-consumer-key',
    accounts: {
      '1800000000000000001': {
        name: 'Larkspur Supply',
        handle: 'larkspursupply',
        token: 'local-access-token',
        tokenSecret: 'local-token-secret',
      },
    },
  },
} satisfies Record<string, ChannelSecret>;

const secretValues = new Map<string, ChannelSecret>(Object.entries(localSecrets));

/** The local secret of a channel, by a name that may come from outside. */
export const secretOf = (channel: string) => secretValues.get(channel);

const ChannelSecrets = z.record(z.string(), z.string());

/** Values of secrets by their ARN, as far as a function's `CHANNEL_SECRETS` says which secret belongs to which channel. */
export function readSecretValues(functions: FunctionDefinition[]): Map<string, string> {
  const values = new Map<string, string>();
  for (const { environment } of functions) {
    const channels = ChannelSecrets.parse(JSON.parse(environment.CHANNEL_SECRETS ?? '{}'));
    for (const [channel, arn] of Object.entries(channels)) {
      const value = secretValues.get(channel);
      if (value) values.set(arn, JSON.stringify(value));
    }
  }
  return values;
}

const GetSecretValueRequest = z.object({ SecretId: z.string() });

/** Answers GetSecretValue; undefined for a secret without a value. @throws ZodError for a malformed request */
export function getSecretValue(values: ReadonlyMap<string, string>, request: unknown) {
  const { SecretId } = GetSecretValueRequest.parse(request);
  const value = values.get(SecretId);
  if (value === undefined) return undefined;
  return {
    ARN: SecretId,
    Name: SecretId.slice(SecretId.lastIndexOf(':') + 1, -7),
    SecretString: value,
    VersionId: '00000000-0000-4000-8000-000000000001',
    VersionStages: ['AWSCURRENT'],
  };
}

import {
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';

/** What the local sign-in signs with. On disk, so that a token outlives a restart. */
export interface SignInKeys {
  /** Private key in JWK form. */
  privateKey: JsonWebKey;
  publicKey: KeyObject;
  /** Signs the session cookie. */
  cookieKey: string;
}

const Stored = z.object({ privateKey: z.looseObject({ kty: z.string() }), cookieKey: z.string() });

/** Reads the keys from a file, or makes them. */
export function openSignInKeys(file: string): SignInKeys {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(createKeys()), { mode: 0o600 });
  const { privateKey, cookieKey } = Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { privateKey, cookieKey, publicKey: createPublicKey({ key: privateKey, format: 'jwk' }) };
}

function createKeys() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    privateKey: {
      ...privateKey.export({ format: 'jwk' }),
      kid: randomBytes(8).toString('hex'),
      use: 'sig',
      alg: 'RS256',
    },
    cookieKey: randomBytes(32).toString('hex'),
  };
}

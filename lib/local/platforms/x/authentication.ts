import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { DatabaseSync } from 'node:sqlite';
import type { SimulatedAccount } from '../simulator.ts';
import { parseAuthorization, type SignedRequest, signedRightly } from './oauth1.ts';
import type { People } from './people.ts';

/** Who calls: an account of ours with its OAuth 1.0a token, or the app itself with its bearer token. */
export type Caller = { kind: 'user'; accountId: string } | { kind: 'app' };

/** X refuses timestamps that are further away than this. */
const TOLERANCE = 5 * 60;

export interface Authentication {
  /** Undefined when the call has to be answered with 401. `url` holds the query. */
  caller(request: IncomingMessage, url: URL, body: Buffer): Caller | undefined;
  /** The app's bearer token for its key and secret, as HTTP Basic; undefined when they are wrong. */
  appToken(authorization: string): string | undefined;
}

export function createAuthentication(given: {
  db: DatabaseSync;
  consumerKey: string;
  consumerSecret: string;
  accounts: readonly SimulatedAccount[];
  people: People;
  now: () => number;
}): Authentication {
  const { consumerKey, consumerSecret, accounts, people, now } = given;
  const bearer = `AAAA${createHash('sha256').update(`${consumerKey}:${consumerSecret}`).digest('hex')}`;
  const isFresh = openNonces(given.db, () => Math.floor(now() / 1000));

  function user(request: IncomingMessage, url: URL, body: Buffer, authorization: string): Caller | undefined {
    const oauth = parseAuthorization(authorization);
    const account = accounts.find(({ token }) => token === oauth?.token);
    if (!oauth || !account || oauth.consumerKey !== consumerKey) return undefined;
    const isForm = /^application\/x-www-form-urlencoded/i.test(request.headers['content-type'] ?? '');
    const form = isForm ? [...new URLSearchParams(body.toString('utf8'))] : [];
    const signed: SignedRequest = { method: request.method ?? '', url: url.href, authorization, form };
    const secrets = { consumer: consumerSecret, token: account.tokenSecret ?? '' };
    if (!signedRightly(signed, oauth, secrets)) return undefined;
    if (people.tokenState(account.id) !== 'valid') return undefined;
    return isFresh(`${oauth.token} ${oauth.nonce}`, oauth.timestamp)
      ? { kind: 'user', accountId: account.id }
      : undefined;
  }

  return {
    caller(request, url, body) {
      const authorization = request.headers.authorization ?? '';
      const [, token] = /^Bearer\s+(\S+)$/i.exec(authorization) ?? [];
      if (token === undefined) return user(request, url, body, authorization);
      return same(token, bearer) ? { kind: 'app' } : undefined;
    },
    appToken(authorization) {
      const [, basic] = /^Basic\s+(\S+)$/i.exec(authorization) ?? [];
      const pair = Buffer.from(basic ?? '', 'base64').toString('utf8');
      const expected = `${encodeURIComponent(consumerKey)}:${encodeURIComponent(consumerSecret)}`;
      return same(pair, expected) ? bearer : undefined;
    },
  };
}

/** Keeps nonces for as long as their timestamps would be accepted, also across a restart. */
function openNonces(db: DatabaseSync, seconds: () => number): (nonce: string, timestamp: number) => boolean {
  const insert = db.prepare('INSERT OR IGNORE INTO nonce VALUES (?, ?)');
  const forget = db.prepare('DELETE FROM nonce WHERE timestamp < ?');
  return (nonce, timestamp) => {
    if (Math.abs(seconds() - timestamp) > TOLERANCE) return false;
    forget.run(seconds() - TOLERANCE);
    return insert.run(nonce, timestamp).changes === 1;
  };
}

function same(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}

import { timingSafeEqual } from 'node:crypto';
import { badParameter, GraphError, graphError, graphErrors } from './errors.ts';
import type { Params } from './params.ts';
import { type Page, pageByToken } from './people.ts';
import { appSecretProof } from './signature.ts';
import type { World } from './world.ts';

/** The page whose token the call carries: in `access_token`, or as a bearer token. Throws the error of a bad one. */
export function authenticate(world: World, params: Params, authorization: string | undefined): Page {
  const bearer = /^(?:Bearer|OAuth)\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  const token = bearer ?? params.access_token;
  if (typeof token !== 'string' || token === '') throw graphError('noToken');
  const page = pageByToken(world.memory, token);
  if (!page) throw graphError('tokenUnknown');
  if (page.tokenState === 'revoked') throw graphError('tokenRevoked');
  if (page.tokenState === 'expired') throw expired(page.tokenStateAt, world.now());
  if (params.appsecret_proof !== undefined)
    checkProof(appSecretProof(world.appSecret, token), params.appsecret_proof);
  return page;
}

function checkProof(expected: string, given: unknown): void {
  const proof = Buffer.from(String(given));
  const wanted = Buffer.from(expected);
  if (proof.length !== wanted.length || !timingSafeEqual(proof, wanted)) {
    throw badParameter('Invalid appsecret_proof provided in the API argument');
  }
}

function expired(since: number, now: number): GraphError {
  const message = `Error validating access token: Session has expired on ${pacific(since)}. The current time is ${pacific(now)}.`;
  return new GraphError({ ...graphErrors.tokenExpired, message });
}

/** A time as Meta words it: Friday, 20-Nov-26 02:00:00 PST. */
function pacific(ms: number): string {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    weekday: 'long',
    day: '2-digit',
    month: 'short',
    year: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  const part = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  return `${part.weekday}, ${part.day}-${part.month}-${part.year} ${part.hour}:${part.minute}:${part.second} ${part.timeZoneName}`;
}

import { type Role, roles } from '../domain/agent.ts';
import { Reject } from '../errors.ts';
import type { HttpRequest } from '../shell.ts';

/** Who is signed in, by the claims of the verified token. */
export interface Agent {
  id: string;
  name: string;
  role: Role;
}

/**
 * The signed-in agent.
 * @throws Reject 403 for a person who is in none of the desk's groups, or whose role does not reach.
 */
export function agentOf({ claims }: Pick<HttpRequest, 'claims'>, needed: Role = 'agent'): Agent {
  const groups = groupsOf(claims['cognito:groups']);
  const role = roles.findLast((candidate) => groups.includes(candidate));
  if (!role)
    throw new Reject(
      403,
      'You are signed in, but in none of the groups agent, lead and admin. Ask an admin to add you.',
    );
  if (roles.indexOf(role) < roles.indexOf(needed)) {
    throw new Reject(403, `This needs the role ${needed}; you are signed in as ${role}.`);
  }
  const id = text(claims.sub);
  if (!id) throw new Reject(403, 'Your sign-in carries no id. Sign in again.');
  return { id, name: nameIn(claims) ?? id, role };
}

/** Where people sign in by mail address, the user name is an id that tells nobody anything. */
function nameIn(claims: HttpRequest['claims']): string | undefined {
  const { name, email, username, 'cognito:username': poolName } = claims;
  return [name, email, username, poolName].map(text).find((one) => one !== undefined);
}

/** The HTTP API hands a list claim over as `[agent lead]`; other verifiers leave it a list. */
export function groupsOf(claim: unknown): string[] {
  if (Array.isArray(claim)) return claim.map(String);
  return typeof claim === 'string' ? claim.replace(/^\[|\]$/g, '').split(/[\s,]+/) : [];
}

function text(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim !== '' ? claim : undefined;
}

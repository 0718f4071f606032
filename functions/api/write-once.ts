import { decideUntilCommitted } from '../desk.ts';
import type { HttpRequest } from '../shell.ts';
import type { Decided } from '../store/commit.ts';
import { resultOf } from '../store/idempotency.ts';
import type { Agent } from './agent.ts';
import { idempotencyKeyOf } from './idempotency-key.ts';
import type { ApiServices } from './services.ts';

/** What a request wants written, and the id that it answers with. */
export interface Wanted {
  change: Decided;
  result: string;
}

/**
 * Writes what `decide` wants, once for each Idempotency-Key of an agent, and gives the id that the first such write had. Undefined
 * when nothing had to be written. `key` names the write for whatever is made of it.
 */
export async function writeOnce(
  request: HttpRequest,
  services: Pick<ApiServices, 'desk'>,
  agent: Agent,
  decide: (key: string) => Promise<Wanted | undefined>,
): Promise<string | undefined> {
  return writeOnceKnowing(
    request,
    services,
    agent,
    async () => undefined,
    (_, key) => decide(key),
  );
}

/** The same for what is decided on facts that take time to load: they are asked for while the key is looked up. */
export async function writeOnceKnowing<Facts>(
  request: HttpRequest,
  { desk }: Pick<ApiServices, 'desk'>,
  agent: Agent,
  load: () => Promise<Facts>,
  decide: (facts: Facts, key: string) => Promise<Wanted | undefined>,
): Promise<string | undefined> {
  const { scope, key } = nameOf(request, agent);
  const isNamed = isNamedBy(request);
  let written: string | undefined;
  const outcome = await decideUntilCommitted(desk.table, async () => {
    const facts = load();
    // A repetition needs none of them, so that it does not matter whether they are there.
    facts.catch(() => {});
    if (isNamed && (await resultOf(desk.table, scope, key)) !== undefined) return undefined;
    const wanted = await decide(await facts, `${agent.id}:${key}`);
    written = wanted?.result;
    if (!wanted) return undefined;
    return isNamed ? { ...wanted.change, idempotency: { scope, key, result: wanted.result } } : wanted.change;
  });
  return outcome === 'duplicate' && isNamed ? resultOf(desk.table, scope, key) : written;
}

/** Whether the same request was written already, so that nothing need be asked of a platform for it. */
export async function isWritten(
  request: HttpRequest,
  { desk }: Pick<ApiServices, 'desk'>,
  agent: Agent,
): Promise<boolean> {
  if (!isNamedBy(request)) return false;
  const { scope, key } = nameOf(request, agent);
  return (await resultOf(desk.table, scope, key)) !== undefined;
}

const isNamedBy = ({ headers }: HttpRequest): boolean => headers['idempotency-key'] !== undefined;

function nameOf(request: HttpRequest, { id }: Agent): { scope: string; key: string } {
  return { scope: `${id}#${request.path}`, key: idempotencyKeyOf(request) };
}

import type * as z from 'zod/mini';
import { newKey } from '../browser/chance.ts';
import { desk } from '../words/desk.ts';
import { Problem, problemOf } from './problem.ts';

/** Who speaks: gives the token of now, and a new one when the desk did not take it. */
export interface Credentials {
  token(): string;
  /** Gets another token; resolves to false when only signing in again helps. */
  renew(): Promise<boolean>;
}

/** A write: `key` makes repeating it harmless, `ifMatch` keeps it from overwriting another's. */
export interface Write {
  method?: 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  key?: string;
  ifMatch?: string | undefined;
}

/** The one way from the page to the API. Answers are what their schema says, or a {@link Problem} is thrown. */
export interface Client {
  read<T extends z.ZodMiniType>(path: string, schema: T, signal?: AbortSignal): Promise<z.infer<T>>;
  /** Reads with the version that a later write names in `ifMatch`. */
  readVersion<T extends z.ZodMiniType>(
    path: string,
    schema: T,
  ): Promise<{ value: z.infer<T>; version: string | undefined }>;
  write<T extends z.ZodMiniType>(path: string, schema: T, write?: Write): Promise<z.infer<T>>;
}

/** A client that speaks with these credentials. */
export function createClient(credentials: Credentials, fetcher: typeof fetch): Client {
  async function ask(path: string, init: RequestInit): Promise<Response> {
    const once = () =>
      fetcher(path, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${credentials.token()}` },
      }).catch((error: unknown) => {
        if (error instanceof DOMException && error.name === 'AbortError') throw error;
        throw new Problem(0, desk.unreachable);
      });
    const answer = await once();
    return answer.status === 401 && (await credentials.renew()) ? once() : answer;
  }
  async function readAnswer<T extends z.ZodMiniType>(answer: Response, schema: T): Promise<z.infer<T>> {
    const body: unknown = await answer.json().catch(() => undefined);
    if (!answer.ok) throw problemOf(answer.status, body);
    const parsed = schema.safeParse(body);
    if (parsed.success) return parsed.data;
    throw new Problem(answer.status, desk.unexpected, { issues: parsed.error.issues });
  }
  return {
    read: async (path, schema, signal) =>
      readAnswer(await ask(path, signal === undefined ? {} : { signal }), schema),
    async readVersion(path, schema) {
      const answer = await ask(path, {});
      const value = await readAnswer(answer, schema);
      return { value, version: answer.headers.get('etag') ?? undefined };
    },
    async write(path, schema, { method = 'POST', body, key = newKey(), ifMatch } = {}) {
      const answer = await ask(path, {
        method,
        headers: {
          'idempotency-key': key,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return readAnswer(answer, schema);
    },
  };
}

/** A path with a query; what is undefined is left out. */
export function withQuery(
  path: string,
  query: Record<string, string | number | boolean | undefined>,
): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

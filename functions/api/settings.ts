import type { Named } from '../domain/routing-warnings.ts';
import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import {
  broadcastTemplateSettings,
  componentSettings,
  directorySettings,
  getSettings,
  policySettings,
  putSettings,
  routingSettings,
  type SettingsDocument,
  savedReplySettings,
  tagSettings,
  teamSettings,
  viewSettings,
  vipSettings,
} from '../store/settings.ts';
import { agentOf } from './agent.ts';
import { json, wholeBodyOf } from './json.ts';
import { routingWarningsNow } from './routing-warnings.ts';
import type { ApiServices } from './services.ts';

type Respond = (request: HttpRequest, services: ApiServices) => Promise<HttpAnswer>;

/** Whose a document is: an agent's own, or the desk's, which everybody or only admins may read, and only admins may change. */
type Belonging = 'own' | 'read by all' | 'read by admins';

/** What an answer tells beside the document of rules that name what there is not: when it is read too, or only when it is saved. */
interface Warned {
  when: 'read and saved' | 'saved';
  kinds: readonly Named[];
}

/** What an answer holds beside the document, which whoever sends the answer back need not take out. */
const ADDED = ['warnings'];

/**
 * `GET` and `PUT` of a settings document. The version travels as ETag and If-Match; changes of the desk's are listed. What is `warned`
 * of stands beside the document, as `warnings`.
 */
function settingsRoutes<T extends object>(
  documentOf: (agentId: string) => SettingsDocument<T>,
  belonging: Belonging = 'read by admins',
  warned?: Warned,
): { get: Respond; put: Respond } {
  const warningsOf = async ({ desk }: ApiServices) =>
    warned && { warnings: await routingWarningsNow(desk.table, warned.kinds) };
  return {
    get: async (request, services) => {
      const { id } = agentOf(request, belonging === 'read by admins' ? 'admin' : 'agent');
      const { value, version } = await getSettings(services.desk.table, documentOf(id));
      const beside = warned?.when === 'read and saved' ? await warningsOf(services) : undefined;
      return json(200, { ...value, ...beside }, { etag: `"${version}"` });
    },
    put: async (request, services) => {
      const { desk } = services;
      const { id, name } = agentOf(request, belonging === 'own' ? 'agent' : 'admin');
      const document = documentOf(id);
      const value = wholeBodyOf(request, document.schema, warned ? ADDED : []);
      const current = await getSettings(desk.table, document);
      const version = expectedVersion(request, current.version);
      const by = { actor: { id, name }, at: desk.clock(), traceId: request.traceId, before: current.value };
      const saved =
        version === current.version
          ? await putSettings(desk.table, document, { value, version }, belonging === 'own' ? undefined : by)
          : 'conflict';
      if (saved === 'conflict') {
        throw new Reject(
          412,
          'Somebody else saved these settings since you read them. Read them again and repeat your change.',
        );
      }
      return json(200, { ...value, ...(await warningsOf(services)) }, { etag: `"${version + 1}"` });
    },
  };
}

/** The version in If-Match; `*` stands for whatever there is. @throws Reject 428 without one, 400 for anything else */
function expectedVersion({ headers }: HttpRequest, current: number): number {
  const match = headers['if-match'];
  if (match === undefined) {
    throw new Reject(
      428,
      'Say in If-Match which version you changed: the ETag of your GET, so that nobody overwrites another.',
    );
  }
  if (match.trim() === '*') return current;
  const version = /^(?:W\/)?"(\d+)"$/.exec(match.trim())?.[1];
  if (version === undefined) throw new Reject(400, 'If-Match is not an ETag that these settings gave out.');
  return Number(version);
}

export const policyRoutes = settingsRoutes(() => policySettings, 'read by admins', {
  when: 'saved',
  kinds: ['policy', 'calendar'],
});
export const teamRoutes = settingsRoutes(() => teamSettings, 'read by all', {
  when: 'saved',
  kinds: ['team'],
});
export const routingRoutes = settingsRoutes(() => routingSettings, 'read by admins', {
  when: 'read and saved',
  kinds: ['team', 'policy', 'calendar', 'tag'],
});
export const vipRoutes = settingsRoutes(() => vipSettings);
export const componentRoutes = settingsRoutes(() => componentSettings, 'read by all');
export const savedReplyRoutes = settingsRoutes(() => savedReplySettings, 'read by all');
export const broadcastTemplateRoutes = settingsRoutes(() => broadcastTemplateSettings, 'read by all');
export const directoryRoutes = settingsRoutes(() => directorySettings, 'read by all');
export const tagRoutes = settingsRoutes(() => tagSettings, 'read by all', { when: 'saved', kinds: ['tag'] });
export const viewRoutes = settingsRoutes(viewSettings, 'own');

import { Reject } from '../errors.ts';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import {
  componentSettings,
  getSettings,
  policySettings,
  putSettings,
  routingSettings,
  type SettingsDocument,
  teamSettings,
  vipSettings,
} from '../store/settings.ts';
import { agentOf } from './agent.ts';
import { json, wholeBodyOf } from './json.ts';
import type { ApiServices } from './services.ts';

type Respond = (request: HttpRequest, services: ApiServices) => Promise<HttpAnswer>;

/** `GET` and `PUT` of a settings document, for admins. The version travels as ETag and If-Match. */
function settingsRoutes<T>(document: SettingsDocument<T>): { get: Respond; put: Respond } {
  return {
    get: async (request, { desk }) => {
      agentOf(request, 'admin');
      const { value, version } = await getSettings(desk.table, document);
      return json(200, value, { etag: `"${version}"` });
    },
    put: async (request, { desk }) => {
      agentOf(request, 'admin');
      const value = wholeBodyOf(request, document.schema);
      const current = await getSettings(desk.table, document);
      const version = expectedVersion(request, current.version);
      const saved =
        version === current.version
          ? await putSettings(desk.table, document, { value, version })
          : 'conflict';
      if (saved === 'conflict') {
        throw new Reject(
          412,
          'Somebody else saved these settings since you read them. Read them again and repeat your change.',
        );
      }
      return json(200, value, { etag: `"${version + 1}"` });
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

export const policyRoutes = settingsRoutes(policySettings);
export const teamRoutes = settingsRoutes(teamSettings);
export const routingRoutes = settingsRoutes(routingSettings);
export const vipRoutes = settingsRoutes(vipSettings);
export const componentRoutes = settingsRoutes(componentSettings);

import type { Method } from '@middy/http-router';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { changeConversation, listConversations, showConversation } from './conversations.ts';
import { postReply } from './replies.ts';
import type { ApiServices } from './services.ts';
import { policyRoutes, teamRoutes } from './settings.ts';

/** A path of the API and what answers it. */
export interface Route {
  method: Method;
  path: string;
  respond: (request: HttpRequest, services: ApiServices) => Promise<HttpAnswer>;
}

/** Everything that the API answers to; all of it behind the authorizer. */
export const routes: Route[] = [
  { method: 'GET', path: '/api/conversations', respond: listConversations },
  { method: 'GET', path: '/api/conversations/{id}', respond: showConversation },
  { method: 'PATCH', path: '/api/conversations/{id}', respond: changeConversation },
  { method: 'POST', path: '/api/conversations/{id}/replies', respond: postReply },
  { method: 'GET', path: '/api/settings/policies', respond: policyRoutes.get },
  { method: 'PUT', path: '/api/settings/policies', respond: policyRoutes.put },
  { method: 'GET', path: '/api/settings/teams', respond: teamRoutes.get },
  { method: 'PUT', path: '/api/settings/teams', respond: teamRoutes.put },
];

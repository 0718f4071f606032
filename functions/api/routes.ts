import type { Method } from '@middy/http-router';
import type { HttpAnswer, HttpRequest } from '../shell.ts';
import { showAccounts } from './accounts.ts';
import { approveMessage, listApprovals, rejectMessage } from './approvals.ts';
import { changeConversation, claimConversation } from './arrangements.ts';
import {
  approveBroadcast,
  cancelBroadcast,
  pauseBroadcast,
  proposeBroadcast,
  publishBroadcast,
  resumeBroadcast,
} from './broadcast-moves.ts';
import {
  changeBroadcast,
  postBroadcast,
  previewBroadcast,
  showBroadcast,
  showBroadcasts,
  showRecipients,
} from './broadcasts.ts';
import { coachDraft } from './coaching.ts';
import { changeContact, showContact } from './contacts.ts';
import { showConversation, showEarlierMessages } from './conversations.ts';
import { showCounts } from './counts.ts';
import { listDeadLetters, redriveDeadLetters } from './dead-letters.ts';
import { listExperts } from './experts.ts';
import { showHealth } from './health.ts';
import { listConversations } from './inbox.ts';
import { decideAffected, showAffected } from './incident-conversations.ts';
import { postUpdate, resolveRoute } from './incident-words.ts';
import { changeIncident, postIncident, showIncident, showIncidents } from './incidents.ts';
import { inviteToPrivate } from './invitations.ts';
import { postTicket } from './live-tickets.ts';
import { showAgents, showMe } from './me.ts';
import { mergeRoute, proposeMerge } from './merges.ts';
import { actionRoute } from './message-actions.ts';
import { postNote } from './notes.ts';
import { listOutbound, markHandled } from './outbound.ts';
import { postPlannedWork } from './planned-work.ts';
import { previewPolicies } from './policy-preview.ts';
import { showPostMortem } from './post-mortem.ts';
import { putMyPresence } from './presence.ts';
import { reportPromises } from './promise-report.ts';
import { patchPromise, postPromise } from './promises.ts';
import { postQuestion } from './questions.ts';
import { recountConversations } from './recount.ts';
import { postReply } from './replies.ts';
import { tryRouting } from './routing-dry-run.ts';
import type { ApiServices } from './services.ts';
import {
  broadcastTemplateRoutes,
  componentRoutes,
  directoryRoutes,
  policyRoutes,
  routingRoutes,
  savedReplyRoutes,
  tagRoutes,
  teamRoutes,
  viewRoutes,
  vipRoutes,
} from './settings.ts';
import { showAudit } from './settings-audit.ts';
import { dismissSpike, showSpikes } from './spikes.ts';
import { liftSubscriber, showSubscribers } from './subscribers.ts';
import { listSuggestions } from './suggestions.ts';
import { correctMessage, listCorrections, showAgreement } from './triage.ts';
import { postUpload } from './uploads.ts';
import { resend, undo } from './way-out.ts';
import { postDraft, postSummary, postTranslation } from './writing.ts';

/** A path of the API and what answers it. */
export interface Route {
  method: Method;
  path: string;
  respond: (request: HttpRequest, services: ApiServices) => Promise<HttpAnswer>;
}

/** Everything that the API answers to; all of it behind the authorizer. */
export const routes: Route[] = [
  { method: 'GET', path: '/api/me', respond: showMe },
  { method: 'GET', path: '/api/agents', respond: showAgents },
  { method: 'GET', path: '/api/conversations', respond: listConversations },
  { method: 'GET', path: '/api/conversations/counts', respond: showCounts },
  { method: 'POST', path: '/api/conversations/counts/recount', respond: recountConversations },
  { method: 'GET', path: '/api/conversations/{id}', respond: showConversation },
  { method: 'PATCH', path: '/api/conversations/{id}', respond: changeConversation },
  { method: 'GET', path: '/api/conversations/{id}/messages', respond: showEarlierMessages },
  { method: 'POST', path: '/api/conversations/{id}/claim', respond: claimConversation },
  { method: 'POST', path: '/api/conversations/{id}/notes', respond: postNote },
  { method: 'POST', path: '/api/conversations/{id}/replies', respond: postReply },
  { method: 'GET', path: '/api/settings/directory', respond: directoryRoutes.get },
  { method: 'PUT', path: '/api/settings/directory', respond: directoryRoutes.put },
  { method: 'GET', path: '/api/conversations/{id}/experts', respond: listExperts },
  { method: 'GET', path: '/api/conversations/{id}/suggestions', respond: listSuggestions },
  { method: 'POST', path: '/api/conversations/{id}/questions', respond: postQuestion },
  { method: 'POST', path: '/api/conversations/{id}/draft', respond: postDraft },
  { method: 'POST', path: '/api/conversations/{id}/summary', respond: postSummary },
  { method: 'POST', path: '/api/conversations/{id}/translation', respond: postTranslation },
  { method: 'POST', path: '/api/conversations/{id}/coach', respond: coachDraft },
  { method: 'POST', path: '/api/conversations/{id}/promises', respond: postPromise },
  { method: 'PATCH', path: '/api/conversations/{id}/promises/{pid}', respond: patchPromise },
  { method: 'GET', path: '/api/reports/promises', respond: reportPromises },
  { method: 'POST', path: '/api/conversations/{id}/private-invitation', respond: inviteToPrivate },
  { method: 'GET', path: '/api/approvals', respond: listApprovals },
  { method: 'POST', path: '/api/messages/{id}/approve', respond: approveMessage },
  { method: 'POST', path: '/api/messages/{id}/reject', respond: rejectMessage },
  { method: 'POST', path: '/api/messages/{id}/undo', respond: undo },
  { method: 'POST', path: '/api/messages/{id}/resend', respond: resend },
  { method: 'POST', path: '/api/messages/{id}/handled', respond: markHandled },
  { method: 'POST', path: '/api/messages/{id}/hide', respond: actionRoute('hide') },
  { method: 'POST', path: '/api/messages/{id}/unhide', respond: actionRoute('unhide') },
  { method: 'POST', path: '/api/messages/{id}/like', respond: actionRoute('like') },
  { method: 'POST', path: '/api/messages/{id}/delete', respond: actionRoute('delete') },
  { method: 'POST', path: '/api/messages/{id}/edit', respond: actionRoute('edit') },
  { method: 'GET', path: '/api/contacts/{id}', respond: showContact },
  { method: 'PATCH', path: '/api/contacts/{id}', respond: changeContact },
  { method: 'POST', path: '/api/contacts/{id}/merges', respond: proposeMerge },
  { method: 'POST', path: '/api/contacts/{id}/merges/{mergeId}/accept', respond: mergeRoute('accept') },
  { method: 'POST', path: '/api/contacts/{id}/merges/{mergeId}/reject', respond: mergeRoute('reject') },
  { method: 'POST', path: '/api/contacts/{id}/merges/{mergeId}/undo', respond: mergeRoute('undo') },
  { method: 'POST', path: '/api/messages/{id}/triage', respond: correctMessage },
  { method: 'GET', path: '/api/reports/triage', respond: showAgreement },
  { method: 'GET', path: '/api/reports/triage/corrections', respond: listCorrections },
  { method: 'POST', path: '/api/uploads', respond: postUpload },
  { method: 'POST', path: '/api/live/tickets', respond: postTicket },
  { method: 'GET', path: '/api/accounts', respond: showAccounts },
  { method: 'GET', path: '/api/outbound', respond: listOutbound },
  { method: 'GET', path: '/api/health', respond: showHealth },
  { method: 'GET', path: '/api/dead-letters', respond: listDeadLetters },
  { method: 'POST', path: '/api/dead-letters', respond: redriveDeadLetters },
  { method: 'GET', path: '/api/settings/policies', respond: policyRoutes.get },
  { method: 'PUT', path: '/api/settings/policies', respond: policyRoutes.put },
  { method: 'POST', path: '/api/settings/policies/preview', respond: previewPolicies },
  { method: 'GET', path: '/api/settings/saved-replies', respond: savedReplyRoutes.get },
  { method: 'PUT', path: '/api/settings/saved-replies', respond: savedReplyRoutes.put },
  { method: 'GET', path: '/api/settings/broadcast-templates', respond: broadcastTemplateRoutes.get },
  { method: 'PUT', path: '/api/settings/broadcast-templates', respond: broadcastTemplateRoutes.put },
  { method: 'GET', path: '/api/settings/tags', respond: tagRoutes.get },
  { method: 'PUT', path: '/api/settings/tags', respond: tagRoutes.put },
  { method: 'GET', path: '/api/settings/audit', respond: showAudit },
  { method: 'GET', path: '/api/me/views', respond: viewRoutes.get },
  { method: 'PUT', path: '/api/me/views', respond: viewRoutes.put },
  { method: 'GET', path: '/api/settings/teams', respond: teamRoutes.get },
  { method: 'PUT', path: '/api/settings/teams', respond: teamRoutes.put },
  { method: 'PUT', path: '/api/me/presence', respond: putMyPresence },
  { method: 'GET', path: '/api/settings/routing', respond: routingRoutes.get },
  { method: 'PUT', path: '/api/settings/routing', respond: routingRoutes.put },
  { method: 'POST', path: '/api/settings/routing/dry-run', respond: tryRouting },
  { method: 'GET', path: '/api/settings/vips', respond: vipRoutes.get },
  { method: 'PUT', path: '/api/settings/vips', respond: vipRoutes.put },
  { method: 'GET', path: '/api/settings/components', respond: componentRoutes.get },
  { method: 'PUT', path: '/api/settings/components', respond: componentRoutes.put },
  { method: 'GET', path: '/api/spikes', respond: showSpikes },
  { method: 'POST', path: '/api/spikes/{id}/dismiss', respond: dismissSpike },
  { method: 'GET', path: '/api/subscribers', respond: showSubscribers },
  { method: 'POST', path: '/api/subscribers/{id}/lift', respond: liftSubscriber },
  { method: 'GET', path: '/api/broadcasts', respond: showBroadcasts },
  { method: 'POST', path: '/api/broadcasts', respond: postBroadcast },
  { method: 'POST', path: '/api/broadcasts/preview', respond: previewBroadcast },
  { method: 'GET', path: '/api/broadcasts/{id}', respond: showBroadcast },
  { method: 'PATCH', path: '/api/broadcasts/{id}', respond: changeBroadcast },
  { method: 'GET', path: '/api/broadcasts/{id}/recipients', respond: showRecipients },
  { method: 'POST', path: '/api/broadcasts/{id}/propose', respond: proposeBroadcast },
  { method: 'POST', path: '/api/broadcasts/{id}/approve', respond: approveBroadcast },
  { method: 'POST', path: '/api/broadcasts/{id}/publish', respond: publishBroadcast },
  { method: 'POST', path: '/api/broadcasts/{id}/pause', respond: pauseBroadcast },
  { method: 'POST', path: '/api/broadcasts/{id}/resume', respond: resumeBroadcast },
  { method: 'POST', path: '/api/broadcasts/{id}/cancel', respond: cancelBroadcast },
  { method: 'GET', path: '/api/incidents', respond: showIncidents },
  { method: 'POST', path: '/api/incidents', respond: postIncident },
  { method: 'GET', path: '/api/incidents/{id}', respond: showIncident },
  { method: 'PATCH', path: '/api/incidents/{id}', respond: changeIncident },
  { method: 'GET', path: '/api/incidents/{id}/conversations', respond: showAffected },
  { method: 'POST', path: '/api/incidents/{id}/conversations', respond: decideAffected },
  { method: 'POST', path: '/api/incidents/{id}/updates', respond: postUpdate },
  { method: 'POST', path: '/api/incidents/{id}/resolve', respond: resolveRoute },
  { method: 'GET', path: '/api/incidents/{id}/post-mortem', respond: showPostMortem },
  { method: 'POST', path: '/api/maintenance', respond: postPlannedWork },
];

import * as z from 'zod/mini';
import { AccountAnnouncement, accountAlertId, composeAccountAlert } from './account-alerts.ts';
import { AlertAnnouncement, type AlertDesk, alertId, type ComposedAlert, composeAlert } from './alerts.ts';
import { ApprovalAnnouncement, approvalAlertId, composeApprovalAlert } from './approval-alerts.ts';
import { CrowdAnnouncement, composeCrowdAlert, crowdAlertId } from './crowd-alerts.ts';
import { composeIncidentAlert, IncidentAnnouncement, incidentAlertId } from './incident-alerts.ts';
import { composeMentionAlert, MentionAnnouncement, mentionAlertId } from './mention-alerts.ts';
import { composeQuestionAlert, QuestionAnnouncement, questionAlertId } from './question-alerts.ts';
import { readBusEvent } from './queues/bus-event.ts';
import { composeSpikeAlert, SpikeAnnouncement, spikeAlertId } from './spike-alerts.ts';

/** What is mailed: a step of a clock, an account that cannot send, a note that names somebody, a spike, a silence, or a crowd. */
const Alarming = z.union([
  AlertAnnouncement,
  AccountAnnouncement,
  MentionAnnouncement,
  ApprovalAnnouncement,
  QuestionAnnouncement,
  SpikeAnnouncement,
  IncidentAnnouncement,
  CrowdAnnouncement,
]);

/** An alert that is to be mailed, by the name under which that happens once. */
export interface Alert {
  id: string;
  name: string;
  traceId: string;
  /** As it stands now; undefined when it is no longer news. */
  compose(desk: AlertDesk): Promise<ComposedAlert | undefined>;
}

/** Reads what the bus put into the queue. @throws Drop when it is no alert */
export function readAlert(body: string): Alert {
  const alert = readBusEvent(body, Alarming);
  const { name, traceId } = alert;
  if (alert.name === 'account.held') {
    return { id: accountAlertId(alert), name, traceId, compose: (desk) => composeAccountAlert(alert, desk) };
  }
  if (alert.name === 'conversation.mentioned') {
    return { id: mentionAlertId(alert), name, traceId, compose: (desk) => composeMentionAlert(alert, desk) };
  }
  if (alert.name === 'post.crowd-forming') {
    return { id: crowdAlertId(alert), name, traceId, compose: (desk) => composeCrowdAlert(alert, desk) };
  }
  if (alert.name === 'spike.noticed') {
    return { id: spikeAlertId(alert), name, traceId, compose: (desk) => composeSpikeAlert(alert, desk) };
  }
  if (alert.name === 'question.asked' || alert.name === 'question.reminded') {
    return {
      id: questionAlertId(alert),
      name,
      traceId,
      compose: (desk) => composeQuestionAlert(alert, desk),
    };
  }
  if (
    alert.name === 'message.proposed' ||
    alert.name === 'message.rejected' ||
    alert.name === 'message.reminded'
  ) {
    return {
      id: approvalAlertId(alert),
      name,
      traceId,
      compose: (desk) => composeApprovalAlert(alert, desk),
    };
  }
  if (alert.name === 'incident.stale') {
    return {
      id: incidentAlertId(alert),
      name,
      traceId,
      compose: (desk) => composeIncidentAlert(alert, desk),
    };
  }
  return { id: alertId(alert), name, traceId, compose: (desk) => composeAlert(alert, desk) };
}

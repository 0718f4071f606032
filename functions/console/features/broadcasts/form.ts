import type { Broadcast, BroadcastFile, BroadcastKind, Recurrence } from '../../api/broadcast.ts';
import { type Accounts, heardAccounts, isPostedEverywhere } from './chosen-accounts.ts';
import { type Spoken, spokenVariants } from './spoken.ts';

/** When planned work is, what it concerns, and how often it comes. */
export interface Planned {
  affected: string[];
  startsAt: string | undefined;
  endsAt: string | undefined;
  /** The zone by whose clock its times are meant. */
  timeZone: string;
  recurrence: Recurrence | undefined;
}

/** A broadcast while somebody writes it. */
export interface Form extends Planned {
  kind: BroadcastKind;
  title: string;
  incidentId: string | undefined;
  spoken: Spoken;
  /** The accounts that post it, by channel; all of a channel that is not named. */
  accounts: Accounts;
  media: BroadcastFile[];
}

/** Nothing yet; times are meant by the clock of a zone. */
export const emptyForm = (timeZone: string): Form => ({
  kind: 'announcement',
  title: '',
  incidentId: undefined,
  spoken: { text: '', variants: {}, audiences: ['facebook', 'x', 'status', 'email'] },
  accounts: {},
  media: [],
  affected: [],
  startsAt: undefined,
  endsAt: undefined,
  timeZone,
  recurrence: undefined,
});

/** What is written of a broadcast that there is already. Its times are meant by its own zone's clock, or else by that of `timeZone`. */
export function formOf(broadcast: Broadcast, timeZone: string): Form {
  const { kind, title, incidentId, text, variants, audiences, accounts = {}, media } = broadcast;
  const { affected = [], startsAt, endsAt, recurrence } = broadcast;
  return {
    ...{ kind, title, incidentId, accounts, media, affected, startsAt, endsAt, recurrence },
    timeZone: broadcast.timeZone ?? timeZone,
    spoken: { text, variants, audiences },
  };
}

/** A copy of another kind: only a disruption is about an incident. */
export function ofKind(form: Form, kind: BroadcastKind): Form {
  return kind === 'incident' ? { ...form, kind } : { ...aboutIncident(form, undefined), kind };
}

/** A copy about an incident, or about none, in which nobody is told personally: it is an incident that people asked about. */
export function aboutIncident(form: Form, incidentId: string | undefined): Form {
  if (incidentId !== undefined) return { ...form, incidentId };
  const audiences = form.spoken.audiences.filter((audience) => audience !== 'personal');
  return { ...form, incidentId, spoken: { ...form.spoken, audiences } };
}

/** The form as the API takes it for a new broadcast. */
export function draftOf(form: Form) {
  const { kind, title, spoken, media, timeZone } = form;
  const members = optionalMembers(form);
  const given = Object.entries(members).filter(([, value]) => value !== undefined);
  return {
    kind,
    title: title.trim(),
    text: spoken.text.trim(),
    variants: spokenVariants(spoken),
    audiences: spoken.audiences,
    media: media.map(({ uploadId, alt }) => ({ uploadId, ...(alt?.trim() && { alt: alt.trim() }) })),
    timeZone,
    ...Object.fromEntries(given),
  };
}

/** The form as the API takes it for a broadcast that there is: what it has not is taken out. */
export function changeOf(form: Form) {
  const members = Object.entries(optionalMembers(form)).map(([name, value]) => [name, value ?? null]);
  return { ...draftOf(form), ...Object.fromEntries(members) };
}

/** What a broadcast may have or not; undefined for what it has not. */
function optionalMembers(form: Form) {
  const { kind, incidentId, spoken, affected, startsAt, endsAt, recurrence } = form;
  const accounts = heardAccounts(form.accounts, spoken.audiences);
  const isWork = kind === 'maintenance';
  return {
    incidentId: kind === 'incident' ? incidentId : undefined,
    accounts: Object.keys(accounts).length > 0 ? accounts : undefined,
    affected: isWork ? affected : undefined,
    startsAt: isWork ? startsAt : undefined,
    endsAt: isWork ? endsAt : undefined,
    recurrence: kind === 'incident' ? undefined : recurrence,
  };
}

/** Whether it says enough to be kept, and somebody posts it wherever it is to be posted. */
export function isSayable({ title, spoken, accounts }: Form): boolean {
  const says = title.trim() !== '' && spoken.text.trim() !== '' && spoken.audiences.length > 0;
  return says && isPostedEverywhere(accounts, spoken.audiences);
}

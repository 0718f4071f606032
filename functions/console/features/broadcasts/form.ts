import type { Broadcast, BroadcastFile, BroadcastKind, Recurrence } from '../../api/broadcast.ts';
import { type Spoken, spokenVariants } from './spoken.ts';

/** A broadcast while somebody writes it. */
export interface Form {
  kind: BroadcastKind;
  title: string;
  incidentId: string | undefined;
  spoken: Spoken;
  media: BroadcastFile[];
  affected: string[];
  startsAt: string | undefined;
  endsAt: string | undefined;
  repeats: Recurrence['every'] | 'never';
}

export const emptyForm: Form = {
  kind: 'announcement',
  title: '',
  incidentId: undefined,
  spoken: { text: '', variants: {}, audiences: ['facebook', 'x', 'status', 'email'] },
  media: [],
  affected: [],
  startsAt: undefined,
  endsAt: undefined,
  repeats: 'never',
};

/** What is written of a broadcast that there is already. */
export function formOf(broadcast: Broadcast): Form {
  const { kind, title, incidentId, text, variants, audiences, media, affected = [] } = broadcast;
  const { startsAt, endsAt, recurrence } = broadcast;
  return {
    ...{ kind, title, incidentId, media, affected, startsAt, endsAt },
    spoken: { text, variants, audiences },
    repeats: recurrence?.every ?? 'never',
  };
}

/** The form as the API takes it. Times were meant in this zone. */
export function draftOf(form: Form, timeZone: string) {
  const { kind, title, incidentId, spoken, media, affected, startsAt, endsAt, repeats } = form;
  return {
    kind,
    title: title.trim(),
    ...(incidentId !== undefined && { incidentId }),
    text: spoken.text.trim(),
    variants: spokenVariants(spoken),
    audiences: spoken.audiences,
    media: media.map(({ uploadId, alt }) => ({ uploadId, ...(alt?.trim() && { alt: alt.trim() }) })),
    timeZone,
    ...(kind === 'maintenance' && { affected, startsAt, endsAt }),
    ...(repeats !== 'never' && { recurrence: { every: repeats } }),
  };
}

/** Whether it says enough to be kept. */
export function isSayable({ title, spoken }: Form): boolean {
  return title.trim() !== '' && spoken.text.trim() !== '' && spoken.audiences.length > 0;
}

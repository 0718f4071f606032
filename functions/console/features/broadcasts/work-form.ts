import type { Audience } from '../../api/incident.ts';
import { type Accounts, heardAccounts, isPostedEverywhere } from './chosen-accounts.ts';
import type { Planned } from './form.ts';

/** Who can hear of planned work: nobody has asked about it yet. */
export const workAudiences = ['facebook', 'x', 'status', 'email'] as const satisfies Audience[];

/** Planned work while somebody writes what is said of it. */
export interface Work extends Planned {
  title: string;
  messages: Record<'before' | 'start' | 'end', string>;
  /** How long before it begins it is announced. */
  noticeSeconds: number;
  audiences: Audience[];
  accounts: Accounts;
}

/** Nothing yet; times are meant by the clock of a zone. */
export const emptyWork = (timeZone: string): Work => ({
  title: '',
  messages: { before: '', start: '', end: '' },
  noticeSeconds: 86_400,
  audiences: [...workAudiences],
  accounts: {},
  affected: [],
  startsAt: undefined,
  endsAt: undefined,
  timeZone,
  recurrence: undefined,
});

/** The work as the API takes it; what has no words is not said. */
export function workOf(work: Work) {
  const { title, messages, accounts, audiences, recurrence, ...rest } = work;
  const said = Object.entries(messages).flatMap(([name, text]) =>
    text.trim() === '' ? [] : [[name, text.trim()]],
  );
  const chosen = heardAccounts(accounts, audiences);
  return {
    ...rest,
    title: title.trim(),
    audiences,
    messages: Object.fromEntries(said),
    ...(Object.keys(chosen).length > 0 && { accounts: chosen }),
    ...(recurrence && { recurrence }),
  };
}

/** Whether it says what, when, to whom and by whom. */
export function isPlannable({ title, messages, audiences, accounts, startsAt, endsAt }: Work): boolean {
  const says = title.trim() !== '' && Object.values(messages).some((text) => text.trim() !== '');
  const isTimed = startsAt !== undefined && endsAt !== undefined && startsAt < endsAt;
  return says && isTimed && audiences.length > 0 && isPostedEverywhere(accounts, audiences);
}

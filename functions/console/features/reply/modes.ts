import type { Detail } from '../../api/detail.ts';
import { secondsTo } from '../../formats/time.ts';
import { reply as words } from '../../words/reply.ts';
import type { Mode } from './draft.ts';

/** A way to answer, and why it is not there just now. */
export interface OfferedMode {
  mode: Mode;
  why?: string;
}

/** Whether the platform's time to write in private is over at `now` (epoch milliseconds). */
export const isWindowClosed = ({ window }: Pick<Detail, 'window'>, now: number): boolean =>
  window !== undefined && secondsTo(window.humanEndsAt, now) <= 0;

/** The ways to answer while one may write in private, or when that time is over. */
export function modesOf(detail: Detail, isClosed: boolean): OfferedMode[] {
  const { messages, invitation, visibility } = detail;
  const said = (wanted: 'public' | 'private') =>
    messages.some((message) => message.direction === 'inbound' && message.visibility === wanted);
  const isPrivate = said('private') || visibility === 'private';
  const modes: OfferedMode[] = [
    said('public') ? { mode: 'public' } : { mode: 'public', why: words.noPublic },
    isPrivate && !isClosed
      ? { mode: 'private' }
      : { mode: 'private', why: isClosed ? words.windowClosed : words.noPrivate },
    { mode: 'note' },
  ];
  if (invitation?.available && !isPrivate) modes.push({ mode: 'invite' });
  return modes;
}

/** The way to answer that is meant when nobody said: where the person wrote last. */
export function defaultMode({ visibility }: Pick<Detail, 'visibility'>, modes: readonly OfferedMode[]): Mode {
  const open = modes.filter(({ why }) => why === undefined).map(({ mode }) => mode);
  return open.includes(visibility) ? visibility : (open[0] ?? 'note');
}

import { describe, expect, it } from 'vitest';
import {
  defaultMode,
  isWindowClosed,
  modesOf,
} from '../../../../../functions/console/features/reply/modes.ts';
import { detail, message } from '../../rows.ts';

const now = Date.parse('2026-11-20T10:00:00.000Z');
const open = (fields: Parameters<typeof detail>[0]) => {
  const shown = detail(fields);
  return modesOf(shown, isWindowClosed(shown, now))
    .filter(({ why }) => why === undefined)
    .map(({ mode }) => mode);
};

describe('modesOf', () => {
  it('invites whoever wrote in public only', () => {
    const invitation = { available: true as const };
    expect(open({ messages: [message('1')], invitation })).toEqual(['public', 'note', 'invite']);
    expect(open({ messages: [message('1')] })).toEqual(['public', 'note']);
  });

  it('writes in private within the platform’s time', () => {
    const messages = [message('1', { visibility: 'private' })];
    const until = (humanEndsAt: string) => ({ endsAt: humanEndsAt, humanEndsAt });
    expect(open({ messages, window: until('2026-11-20T10:00:01.000Z') })).toEqual(['private', 'note']);
    expect(open({ messages, window: until('2026-11-20T10:00:00.000Z') })).toEqual(['note']);
  });
});

describe('defaultMode', () => {
  it('answers where the person wrote last, if that can be', () => {
    const modes = modesOf(detail({ messages: [message('1')] }), false);
    expect(defaultMode({ visibility: 'public' }, modes)).toBe('public');
    expect(defaultMode({ visibility: 'private' }, modes)).toBe('public');
  });
});

import * as z from 'zod/mini';
import type { InboundEvent } from '../../domain/inbound-event.ts';
import type { Happening } from './happening.ts';
import { lenient, NativeId } from './meta-fields.ts';
import { readable } from './readable.ts';

const Policy = z.object({ action: lenient(z.string()), reason: lenient(z.string()) });

/** Meta warns the page, blocks it or lets it go again; the reason is Meta's own text. */
export function parsePolicy({ base }: Happening, raw: unknown): InboundEvent {
  const { action = 'notice', reason } = readable(Policy, raw, 'facebook: unreadable policy notice');
  const detail = reason === undefined ? action : `${action}: ${reason}`;
  return { ...base, kind: 'account', notice: 'policy', detail };
}

const Control = z.object({ new_owner_app_id: lenient(NativeId), requested_owner_app_id: lenient(NativeId) });

/** Another app took a person's thread, gave it to us or asks for it. What the app says about it is for programs. */
export const threadControl =
  (sort: 'pass_thread_control' | 'take_thread_control' | 'request_thread_control' | 'app_roles') =>
  ({ base }: Happening, raw: unknown): InboundEvent => {
    const control = readable(Control, raw, 'facebook: unreadable thread control');
    const app = control.new_owner_app_id ?? control.requested_owner_app_id;
    const detail = app === undefined ? sort : `${sort}: app ${app}`;
    return { ...base, kind: 'account', notice: 'thread-control', detail };
  };

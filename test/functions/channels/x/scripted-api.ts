import type { Order } from '../../../../functions/channels/sending.ts';
import type { ApiCall, Reply, XApi } from '../../../../functions/channels/x/api.ts';

/** 2026-11-20T10:15:00Z. */
export const MORNING = 1_795_169_700_000;
export const ACCOUNT = '1800000000000000001';
export const INES = '1800000000000000002';

/** An answer of X with a JSON body. */
export function answered(status: number, body?: unknown, headers: Record<string, string> = {}): Reply {
  return { answered: true, status, headers: new Headers(headers), body };
}

/** An API that gives these replies in their order, and keeps what it was asked. */
export function scripted(...replies: Reply[]): { api: XApi; calls: ApiCall[] } {
  const calls: ApiCall[] = [];
  const api: XApi = {
    accountId: ACCOUNT,
    now: MORNING,
    async call(call) {
      calls.push(call);
      const reply = replies.shift();
      if (reply === undefined) throw new Error(`No answer is prepared for ${call.method} ${call.path}.`);
      return reply;
    },
  };
  return { api, calls };
}

/** A public answer to Ines, but for what is said otherwise. */
export function orderOf(more: Partial<Order> = {}): Order {
  return {
    messageId: 'c1.m1',
    visibility: 'public',
    text: 'We look into it.',
    media: [],
    personId: INES,
    inReplyTo: '2100000000000000002',
    human: true,
    ...more,
  };
}

import { expect, it } from 'vitest';
import { ChangeNotice, changeNotice } from '../../../functions/queues/change-notice.ts';

it('is read as it was written', () => {
  const notice = { conversationId: 'c1', events: ['message.received'], by: 'x', traceId: 't' };
  const { body, ...delivery } = changeNotice(notice);
  expect(ChangeNotice.parse(JSON.parse(body))).toEqual(notice);
  expect(delivery).toEqual({});
});

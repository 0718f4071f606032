import { expect, it } from 'vitest';
import { broadcastMessage } from '../../../functions/queues/broadcast-message.ts';

it.each([
  { name: 'at once', seconds: 0, delay: undefined },
  { name: 'in whole seconds, not before its time', seconds: 1.2, delay: 2 },
  { name: 'no later than SQS can', seconds: 86_400, delay: 900 },
  { name: 'at once when its time has passed', seconds: -5, delay: undefined },
])('arrives $name', ({ seconds, delay }) => {
  const message = { broadcastId: 'b1', name: 'x#18#000' };
  expect(broadcastMessage(message, seconds)).toEqual({
    body: JSON.stringify(message),
    ...(delay !== undefined && { delay }),
  });
});

import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Drop } from '../../../functions/errors.ts';
import { readBusEvent } from '../../../functions/queues/bus-event.ts';

const Detail = z.object({ id: z.string() });

describe('readBusEvent', () => {
  it('reads what was announced out of the event that a rule put into the queue', () => {
    const body = JSON.stringify({
      version: '0',
      source: 'hark',
      'detail-type': 'x',
      detail: { id: 'E1', more: 1 },
    });
    expect(readBusEvent(body, Detail)).toEqual({ id: 'E1' });
  });

  const rows = [
    { name: 'no JSON', body: 'my parcel' },
    { name: 'no event', body: '{}' },
    { name: 'nothing', body: 'null' },
    { name: 'an announcement of another kind', body: '{"detail":{"id":7}}' },
  ];

  it.each(rows)('drops $name, which stays so however often it is delivered', ({ body }) => {
    const read = () => readBusEvent(body, Detail);
    expect(read).toThrow(Drop);
    expect(read).toThrow(/^(?!.*parcel)/);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listening } from '../../functions/account-traffic.ts';
import { applyEvent, type Desk } from '../../functions/desk.ts';
import { getAccount } from '../../functions/store/accounts.ts';
import { orderedId } from '../../functions/store/ordered-id.ts';
import { aReceiptEvent, at } from './domain/desk.ts';
import { openTestTable, type TestTable } from './store/engine.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

describe('a desk that listens', () => {
  it('notes when something last came in for each account, at most once a minute', async () => {
    let now = at('10:00');
    let writes = 0;
    const send = engine.table.client.send.bind(engine.table.client);
    const counting: Desk['table'] = {
      ...engine.table,
      client: new Proxy(engine.table.client, {
        get(client, name, receiver) {
          if (name !== 'send') return Reflect.get(client, name, receiver);
          writes += 1;
          return send;
        },
      }),
    };
    const desk = listening({ table: counting, clock: () => now, orderedId });
    const hear = (accountId: string) => desk.heard?.({ channel: 'x', accountId });
    for (const time of ['10:00', '10:00:30', '10:01', '10:01:00.001']) {
      now = at(time);
      await hear('18');
    }
    await hear('19');
    expect(writes).toBe(3);
    expect(await getAccount(engine.table, 'x', '18')).toMatchObject({ lastInboundAt: at('10:01:00.001') });
  });

  it('hears also what changes nothing', async () => {
    const desk = listening({ table: engine.table, clock: () => at('11:00'), orderedId });
    await applyEvent(aReceiptEvent({ accountId: '20' }), 'trace-1', desk);
    expect(await getAccount(engine.table, 'x', '20')).toMatchObject({ lastInboundAt: at('11:00') });
  });
});

import { createServer } from 'node:http';
import { openCallLog } from './calls.ts';
import { createDeliveries } from './facebook/deliveries.ts';
import { createGraphApi } from './facebook/graph-api.ts';
import { openMemory } from './facebook/memory.ts';
import { createOutside } from './facebook/outside.ts';
import { seed } from './facebook/seed.ts';
import type { World } from './facebook/world.ts';
import { createFaults } from './faults.ts';
import type { StartSimulator } from './simulator.ts';

/**
 * Starts a Facebook that behaves as the fact sheet says: Graph API and Messenger for our pages, signed webhooks back, and a
 * person's side. Everything but faults and delivery modes is in the file, and survives a kill.
 */
export const startFacebook: StartSimulator = async ({ file, port, webhookUrl, appSecret, accounts, now }) => {
  const memory = openMemory(file, now());
  memory.atomically(() => seed(memory, accounts, now()));
  const deliveries = createDeliveries({ memory, webhookUrl, appSecret, now });
  const world: World = { memory, deliveries, now, appSecret };
  const calls = openCallLog(memory.db);
  const faults = createFaults();
  const server = createServer(createGraphApi(world, calls, faults));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  deliveries.resume();
  const address = server.address();
  const listening = typeof address === 'object' && address ? address.port : port;
  return {
    platform: 'facebook',
    url: `http://127.0.0.1:${listening}`,
    calls: () => calls.all(),
    addFault: (fault) => faults.add(fault),
    setToken(accountId, state) {
      memory.run('UPDATE page SET tokenState = ?, tokenStateAt = ? WHERE id = ?', state, now(), accountId);
    },
    outside: createOutside(world),
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await Promise.all([closed, deliveries.close()]);
      memory.db.close();
    },
  };
};

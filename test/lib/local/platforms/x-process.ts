import { startX } from '../../../../lib/local/platforms/x.ts';
import { BRAND, CONSUMER_KEY, CONSUMER_SECRET, MORNING } from './x-accounts.ts';

/** A simulator in a process of its own, so that a test can kill it. Prints its address and runs until it is killed. */
const [, , file = ':memory:', webhookUrl = ''] = process.argv;
const simulator = await startX({
  file,
  port: 0,
  webhookUrl,
  appSecret: CONSUMER_SECRET,
  consumerKey: CONSUMER_KEY,
  accounts: [BRAND],
  now: () => MORNING,
});
process.stdout.write(`${simulator.url}\n`);

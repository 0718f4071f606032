import { startFacebook } from '../../../../lib/local/platforms/facebook.ts';
import { APP_SECRET, NOON, PAGE } from './facebook-accounts.ts';

/** A simulator in a process of its own, so that a test can kill it. Prints its address and runs until it is killed. */
const [, , file = ':memory:', webhookUrl = ''] = process.argv;
const simulator = await startFacebook({
  file,
  port: 0,
  webhookUrl,
  appSecret: APP_SECRET,
  accounts: [PAGE],
  now: () => NOON,
});
process.stdout.write(`${simulator.url}\n`);

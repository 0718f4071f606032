import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { channels, explainStatus, findDelivery, signDelivery } from '../lib/local/delivery.ts';
import { freshen } from '../lib/local/freshen.ts';
import { defaultPort, readPort } from '../lib/local/options.ts';
import { putDemoPolicy } from '../lib/local/policy-demo.ts';
import { StartError } from '../lib/local/start-error.ts';

const root = join(import.meta.dirname, '..');
const usage = `npm run receive -- ${channels.join('|')} FILE [--port ${defaultPort}] [--now] [--policy-demo]

  FILE           a path, or a name such as mention.json from test/fixtures/demo
  --now          give the message this instant and a new id, so that its clock starts now
  --policy-demo  first set a target of 20 seconds for this channel, so that warning, breach and
                 both escalations come within a minute; implies --now`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string', default: String(defaultPort) },
      now: { type: 'boolean', default: false },
      'policy-demo': { type: 'boolean', default: false },
    },
  });
  const [channel, name] = positionals;
  if (channel === undefined || name === undefined) throw new StartError(usage);
  const url = `http://127.0.0.1:${readPort(values.port)}`;
  let body = readFileSync(findDelivery(root, channel, name));
  if (values.now || values['policy-demo']) body = Buffer.from(freshen(body.toString('utf8'), Date.now()));
  const headers = signDelivery(channel, body);
  if (values['policy-demo']) {
    await putDemoPolicy(url, channel);
    console.log(
      `The policy 'demo' gives ${channel} 20 seconds; remove it with PUT ${url}/api/settings/policies.`,
    );
  }
  const { status } = await post(`${url}/webhooks/${channel}`, { method: 'POST', headers, body });
  console.log(`${status} ${explainStatus(status)}`);
  if (status !== 200) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

async function post(address: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(address, request);
  } catch {
    throw new StartError(
      `Nothing answers on ${address}. Start Hark with npm start, and give its port with --port N.`,
    );
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { fetchAccessToken } from '../../lib/local/access-token.ts';
import { signDelivery } from '../../lib/local/delivery.ts';
import { freshen } from '../../lib/local/freshen.ts';
import { eventually } from '../lib/local/eventually.ts';
import { root } from '../lib/local/harness.ts';
import { temporaryFolder } from '../lib/local/temporary-folder.ts';
import { type Running, run } from './running.ts';

const LIMIT_MS = 400_000;
/** Long enough for a stack to be killed and started between two steps, unless the machine is very busy. */
const policy = {
  id: 'short',
  match: {},
  targets: { firstResponse: 'PT10S', nextResponse: 'PT10S' },
  calendar: '24x7',
  warnAt: 0.5,
  escalation: [
    { after: 'PT2S', to: 'lead' },
    { after: 'PT4S', to: 'admin' },
  ],
};

/** Recipient and first word of the mails that must come, each exactly once. */
const owed = ['admin@hark.example Escalated', 'lead@hark.example Escalated', 'team@hark.example Breached:'];
const VISIBILITY_MS = 90_000;

const Mails = z.array(z.object({ to: z.string(), subject: z.string() }));
const Conversations = z.object({
  items: z.array(z.object({ messageCount: z.number(), clocks: z.array(z.object({ state: z.string() })) })),
});

const start = (data: string): Running => run(process.execPath, 'bin/local.ts', '--port', '0', '--data', data);

async function putPolicy(url: string): Promise<void> {
  const authorization = `Bearer ${await fetchAccessToken(url, 'admin')}`;
  const answer = await fetch(`${url}/api/settings/policies`, {
    method: 'PUT',
    headers: { authorization, 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify({ policies: [policy] }),
  });
  expect(answer.status).toBe(200);
}

async function deliver(url: string, body: Buffer): Promise<number> {
  return (await fetch(`${url}/webhooks/x`, { method: 'POST', headers: signDelivery('x', body), body }))
    .status;
}

async function mailsOf(url: string) {
  return Mails.parse(await (await fetch(`${url}/_local/mails`)).json());
}

/** Lines of the terminal after which the stack is killed, in the order of the way from webhook to alert. */
const steps: [string, RegExp][] = [
  ['the message is stored and announced', /message in on x/],
  ['its clock runs', /clock started/],
  ['the warning is decided', /is due .* warning/],
  ['the warning is mailed', /mail to team@hark\.example {2}Due/],
  ['the breach is decided', /clock breached/],
  ['the breach is mailed', /mail to team@hark\.example {2}Breached/],
  ['the first escalation is decided', /escalated to the lead/],
  ['the first escalation is mailed', /mail to lead@hark\.example/],
  ['the second escalation is decided', /escalated to the admin/],
];

test(
  'a stack that is killed after every step from webhook to alert loses nothing and doubles nothing',
  async () => {
    const data = temporaryFolder();
    const file = readFileSync(join(root, 'test/fixtures/demo/x/mention.json'), 'utf8');
    let stack = start(data);
    await putPolicy(await stack.ready());
    const body = Buffer.from(freshen(file, Date.now()));
    expect(await deliver(await stack.ready(), body)).toBe(200);

    let seen = '';
    for (const index of steps.keys()) {
      stack.child.kill('SIGKILL');
      await stack.ended;
      seen += stack.output();
      stack = start(data);
      await stack.ready();
      const running = stack;
      // On a slow machine a step may be overtaken: who has breached is not warned any more.
      const come = () => steps.slice(index).some(([, line]) => line.test(seen + running.output()));
      await eventually(String(steps[index]), () => come() || undefined);
    }

    const url = await stack.ready();
    const told = () =>
      mailsOf(url).then((mails) => mails.map((mail) => `${mail.to} ${mail.subject.split(' ')[0]}`));
    // A function that was too slow on a busy machine gets its message again only after the visibility timeout.
    for (const mail of owed) {
      await eventually(mail, async () => (await told()).includes(mail) || undefined, VISIBILITY_MS);
    }
    // The platform delivers again, as it does when it is in doubt.
    expect(await deliver(url, body)).toBe(200);
    const authorization = `Bearer ${await fetchAccessToken(url, 'agent')}`;
    const list = await fetch(`${url}/api/conversations?status=open`, { headers: { authorization } });
    expect(Conversations.parse(await list.json())).toMatchObject({
      items: [{ messageCount: 1, clocks: [{ state: 'breached' }] }],
    });
    const warnings = (await told()).filter((mail) => mail === 'team@hark.example Due');
    expect(warnings.length).toBeLessThanOrEqual(1);
    expect((await told()).filter((mail) => mail !== 'team@hark.example Due').toSorted()).toEqual(owed);
  },
  LIMIT_MS,
);

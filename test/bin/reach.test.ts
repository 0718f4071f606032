import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAtomFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { fetchAccessToken } from '../../lib/local/access-token.ts';
import { type LocalStack, startLocalStack } from '../bench/local-stack.ts';
import { eventually } from '../lib/local/eventually.ts';
import { root } from '../lib/local/harness.ts';

/* How far a word of ours reaches, and how many words of others reach us: the whole stack as `npm start` runs it, from outside. */

/** A start, and what it bundles when nobody has before. */
const START_MS = 180_000;

const folder = mkdtempSync(join(tmpdir(), 'hark-reach-'));
let stack: LocalStack;
let token: string;
beforeAll(async () => {
  stack = await startLocalStack(folder);
  token = await fetchAccessToken(stack.url, 'lead');
}, START_MS);
afterAll(async () => {
  await stack.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function lead(method: string, path: string, body?: object): Promise<unknown> {
  const answer = await fetch(stack.url + path, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
  return JSON.parse(text);
}

const Named = z.object({ id: z.string() });
const Mail = z.object({
  ...{ to: z.string(), subject: z.string(), text: z.string(), html: z.string() },
  headers: z.record(z.string(), z.string()),
});

async function mailsTo(address: string): Promise<z.infer<typeof Mail>[]> {
  const answer = await fetch(`${stack.url}/_local/mails`);
  return z
    .array(Mail)
    .parse(await answer.json())
    .filter(({ to }) => to === address);
}

/** The first mail to somebody whose text tells this. */
function mailSaying(address: string, words: string) {
  return eventually(`a mail to ${address} that says “${words}”`, async () =>
    (await mailsTo(address)).find(({ text }) => text.includes(words)),
  );
}

/** A form of the status page once it says so. */
function formSaying(path: string, words: string): Promise<string> {
  return eventually(`${path} that says “${words}”`, async () => {
    const answer = await fetch(stack.url + path);
    const text = await answer.text();
    return answer.ok && text.includes(words) ? text : undefined;
  });
}

/** The status page in its three forms, once each says so. */
async function pageSaying(words: string) {
  const paths = ['/status', '/status.json', '/status/feed.atom'];
  const [html = '', json = '', atom = ''] = await Promise.all(paths.map((path) => formSaying(path, words)));
  return { html, json: JSON.parse(json), feed: parseAtomFeed(atom) };
}

/** Asks for mail, and opens the link of the mail that asks back. */
async function subscribe(email: string): Promise<void> {
  const asked = await fetch(`${stack.url}/status/subscriptions`, {
    method: 'POST',
    body: new URLSearchParams({ email }),
  });
  expect(asked.status).toBe(202);
  const { text } = await mailSaying(email, 'Yes, write to me');
  const [link = ''] = /http\S+\/status\/subscriptions\/\S+/.exec(text) ?? [];
  expect((await fetch(link, { method: 'POST' })).status).toBe(200);
}

describe('an incident', () => {
  it('is told on the status page and to a subscriber when it is declared, known better, and over', async () => {
    await formSaying('/status', 'Everything works');
    await subscribe('ann@example.com');

    const draft = { title: 'Booking fails', severity: 'major', teamId: 'desk', affected: [] };
    const { id } = Named.parse(await lead('POST', '/api/incidents', draft));
    const say = (text: string, phase: string) =>
      lead('POST', `/api/incidents/${id}/updates`, {
        ...{ text, phase, publish: true, channels: ['status', 'email'] },
      });

    await say('We are looking into it.', 'investigating');
    const declared = await pageSaying('We are looking into it.');
    expect(declared.html).toContain('Something is partly down');
    expect(declared.json).toMatchObject({
      status: { state: 'partial-outage' },
      incidents: [{ id, title: 'Booking fails', updates: [{ phase: 'investigating' }] }],
    });
    expect(declared.feed.entries).toMatchObject([{ title: { value: 'Major incident: Booking fails' } }]);
    const { subject, headers } = await mailSaying('ann@example.com', 'We are looking into it.');
    expect(subject).toBe('Booking fails');
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');

    await say('A certificate ran out; we are putting in a new one.', 'identified');
    const known = await pageSaying('A certificate ran out');
    expect(known.html).toContain('Cause found');
    expect(known.json).toMatchObject({ incidents: [{ updates: [{}, { phase: 'identified' }] }] });
    await mailSaying('ann@example.com', 'A certificate ran out');

    await lead('POST', `/api/incidents/${id}/resolve`, { text: 'Booking works again.' });
    const over = await pageSaying('Booking works again.');
    expect(over.html).toContain('Everything works');
    expect(over.json).toMatchObject({
      status: { state: 'operational' },
      incidents: [],
      past: [{ id, endsAt: expect.any(String), updates: [{}, {}, { phase: 'resolved' }] }],
    });
    expect(over.feed.entries?.[0]?.content?.value).toContain('Booking works again.');
    await mailSaying('ann@example.com', 'Booking works again.');
    // One that asked, and one for each word.
    expect(await mailsTo('ann@example.com')).toHaveLength(4);
  });
});

describe('news with a picture', () => {
  it('shows it on the status page and in the mail, to people who never signed in', async () => {
    await subscribe('bea@example.com');
    const uploadId = await upload(readFileSync(join(root, '.github/hark.png')));
    const { id } = Named.parse(
      await lead('POST', '/api/broadcasts', {
        ...{ kind: 'announcement', title: 'The new app', text: 'This is how it looks.' },
        ...{ audiences: ['status', 'email'], media: [{ uploadId, alt: 'The first screen' }] },
      }),
    );
    await lead('POST', `/api/broadcasts/${id}/approve`);
    await lead('POST', `/api/broadcasts/${id}/publish`, {});
    const { html } = await pageSaying('This is how it looks.');
    const mail = await mailSaying('bea@example.com', 'This is how it looks.');
    const picture = /src="(\/status\/media\/[^"]+)" alt="The first screen"/.exec(html)?.[1];
    expect(mail.html).toContain(`src="${stack.url}${picture}" alt="The first screen"`);
    const shown = await fetch(`${stack.url}${picture}`);
    expect(shown.headers.get('content-type')).toBe('image/png');
  });
});

async function upload(bytes: Buffer): Promise<string> {
  const Allowed = z.object({ ...Named.shape, url: z.string(), headers: z.record(z.string(), z.string()) });
  const allowed = Allowed.parse(
    await lead('POST', '/api/uploads', {
      ...{ channel: 'x', visibility: 'public', use: 'post' },
      ...{ contentType: 'image/png', size: bytes.length, name: 'app.png' },
    }),
  );
  const put = await fetch(allowed.url, {
    method: 'PUT',
    headers: allowed.headers,
    body: new Uint8Array(bytes),
  });
  expect(put.status).toBe(200);
  return allowed.id;
}

describe('many people who write about one thing', () => {
  const people = Array.from({ length: 6 }, (_, index) => `190000000000000001${index + 1}`);
  const words = [
    'The checkout does not work, it says error 500.',
    'Checkout is broken for me since this morning!',
    'Why does your checkout fail all the time?',
    'I cannot pay: the checkout hangs and then shows an error.',
    'Is the checkout down? Nothing happens when I press pay.',
    'Your checkout failed three times, what is wrong?',
  ];

  it('are noticed: one mail to the lead, and a card with who they are', async () => {
    await Promise.all(
      people.map((person, index) =>
        fetch(`${stack.url}/_local/outside/x/posts`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ person, text: `@larkspursupply ${words[index]}` }),
        }),
      ),
    );
    const Spikes = z.object({
      spikes: z.array(
        z.object({ topic: z.array(z.string()), count: z.number(), conversations: z.array(z.unknown()) }),
      ),
    });
    const spike = await eventually('a spike of all six', async () =>
      Spikes.parse(await lead('GET', '/api/spikes')).spikes.find(({ count }) => count === people.length),
    );
    expect(spike.topic).toContain('checkout');
    expect(spike.conversations).toHaveLength(people.length);
    const told = await eventually('a mail about it', async () => {
      const answer = await fetch(`${stack.url}/_local/mails`);
      const mails = z.array(Mail).parse(await answer.json());
      const ofSpike = mails.filter(({ subject }) => /people write about “.*checkout/.test(subject));
      return ofSpike.length > 0 ? ofSpike : undefined;
    });
    expect(told).toHaveLength(1);
    expect(told[0]?.text).toContain('usual is none');
  });
});

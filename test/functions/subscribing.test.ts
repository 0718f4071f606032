import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { mailSender } from '../../functions/mail/send-mail.ts';
import type { HttpRequest } from '../../functions/shell.ts';
import { countSubscribers, getSubscriber, subscriberId } from '../../functions/store/subscribers.ts';
import type { Table } from '../../functions/store/table.ts';
import { suppress } from '../../functions/subscribers.ts';
import {
  askForMail,
  askPage,
  confirm,
  type SubscriptionDesk,
  unsubscribe,
} from '../../functions/subscribing.ts';
import { type MailServer, openMailServer } from './mail/mail-server.ts';
import { openTestEngine, type TestEngine } from './store/engine.ts';

const email = 'ines@example.com';
const id = subscriberId(email);

let engine: TestEngine;
let server: MailServer;
let table: Table;
let now: string;
let desk: SubscriptionDesk;
beforeAll(async () => {
  [engine, server] = await Promise.all([openTestEngine(), openMailServer()]);
});
beforeEach(async () => {
  server.mails.length = 0;
  server.next();
  now = '2026-11-27T10:00:00.000Z';
  table = await engine.newTable();
  let secrets = 0;
  desk = {
    table,
    clock: () => now,
    secret: () => {
      secrets += 1;
      return `secret-${secrets}`;
    },
    sendMail: mailSender(server.client, { MAIL_FROM: 'desk@example.com', MAIL_CONFIGURATION_SET: 'tidings' }),
    statusUrl: 'https://help.example.com/status',
  };
});
afterAll(async () => {
  await Promise.all([engine.close(), server.close()]);
});

function request(fields: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'POST',
    path: '/status/subscriptions',
    parameters: {},
    query: {},
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.alloc(0),
    traceId: 't',
    claims: {},
    ...fields,
  };
}
const ask = (address = email, from = '192.0.2.1') =>
  askForMail(
    request({
      body: Buffer.from(new URLSearchParams({ email: address }).toString()),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'x-forwarded-for': `${from}, 198.51.100.7`,
      },
    }),
    desk,
  );
const withToken = (token: string, method = 'POST') =>
  request({ method, path: `/status/subscriptions/${token}`, parameters: { token } });
const linkIn = (index: number) =>
  /subscriptions\/(\S+)/.exec(server.mails[index]?.Content.Simple.Body.Text.Data ?? '')?.[1] ?? '';
const state = async () => (await getSubscriber(table, id))?.state;

describe('asking for mail', () => {
  it('mails a link to the address, and subscribes nobody before it is opened', async () => {
    expect(await ask()).toMatchObject({ status: 202 });
    expect(server.mails).toMatchObject([
      { Destination: { ToAddresses: [email] }, EmailTags: [{ Name: 'subscriberId', Value: id }] },
    ]);
    expect(await state()).toBe('pending');
    expect(await confirm(withToken(linkIn(0)), desk)).toMatchObject({ status: 200 });
    expect(await state()).toBe('confirmed');
  });

  it('tells in its answer nothing of how the address stands', async () => {
    const answers = [await ask()];
    answers.push(await ask());
    await confirm(withToken(linkIn(0)), desk);
    now = '2026-11-27T11:00:00.000Z';
    answers.push(await ask());
    await suppress(table, id, 'complaint', now);
    now = '2026-11-27T12:00:00.000Z';
    answers.push(await ask());
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    // One to confirm, and one that says that they are on the list.
    expect(server.mails.map(({ Content }) => Content.Simple.Subject.Data)).toEqual([
      'Please confirm: mail about disruptions of our services',
      'You are subscribed already: disruptions of our services',
    ]);
  });

  it('lets somebody return by a new link after mail to them had bounced, and by no older one', async () => {
    await ask();
    await confirm(withToken(linkIn(0)), desk);
    now = '2026-11-27T11:00:00.000Z';
    await suppress(table, id, 'bounced', now);
    expect(await confirm(withToken(linkIn(0)), desk)).toMatchObject({ status: 404 });
    now = '2026-11-28T12:00:00.000Z';
    await ask();
    expect(await state()).toBe('suppressed');
    expect(await confirm(withToken(linkIn(0)), desk)).toMatchObject({ status: 404 });
    expect(await confirm(withToken(linkIn(1)), desk)).toMatchObject({ status: 200 });
    expect(await state()).toBe('confirmed');
    expect(await countSubscribers(table)).toEqual({ confirmed: 1, pending: 0, suppressed: 0 });
  });

  it('mails an address once, however many ask for it at the same moment', async () => {
    await Promise.all(Array.from({ length: 5 }, () => ask()));
    expect(server.mails).toHaveLength(1);
  });

  it('is refused to one who asks for one address after the other', async () => {
    for (let number = 0; number < 20; number += 1) await ask(`person-${number}@example.com`);
    expect(await ask('one-more@example.com')).toMatchObject({ status: 429 });
    expect(await ask('one-more@example.com', '192.0.2.2')).toMatchObject({ status: 202 });
    expect(server.mails).toHaveLength(21);
  });

  it.each(['', 'ines', 'ines@', 'a@b.c\r\nBcc: all@example.com', `${'a'.repeat(250)}@example.com`])(
    'needs an address: %j',
    async (address) => {
      expect(await ask(address)).toMatchObject({ status: 400 });
      expect(server.mails).toEqual([]);
    },
  );

  it('takes and answers JSON from programs', async () => {
    const headers = { 'content-type': 'application/json' };
    const answer = await askForMail(request({ headers, body: Buffer.from(JSON.stringify({ email })) }), desk);
    expect(answer).toMatchObject({ status: 202, body: '{"outcome":"asked"}' });
    expect(await askForMail(request({ headers, body: Buffer.from('{') }), desk)).toMatchObject({
      status: 400,
    });
  });
});

describe('the links of our mails', () => {
  it.each(['confirm', 'unsubscribe'] as const)(
    'do nothing when they are only looked at: %s',
    async (page) => {
      await ask();
      const answer = await askPage(page)(withToken(linkIn(0), 'GET'), desk);
      expect(answer.status).toBe(200);
      expect(answer.body).toContain(`action="/status/subscriptions/${linkIn(0)}"`);
      expect(await state()).toBe('pending');
    },
  );

  it('unsubscribe with one request and no page, as mail programs do (RFC 8058), and forget the address', async () => {
    await ask();
    await confirm(withToken(linkIn(0)), desk);
    const oneClick = { ...withToken(linkIn(0)), body: Buffer.from('List-Unsubscribe=One-Click') };
    expect(await unsubscribe(oneClick, desk)).toMatchObject({ status: 200 });
    expect(await unsubscribe(oneClick, desk)).toMatchObject({ status: 200 });
    expect(await getSubscriber(table, id)).not.toHaveProperty('email');
    expect(await confirm(withToken(linkIn(0)), desk)).toMatchObject({ status: 200 });
    expect(await state()).toBe('unsubscribed');
  });

  it.each(['', 'x', `${id}.guess`])('are good only for whoever got them: %j', async (token) => {
    await ask();
    for (const respond of [askPage('confirm'), confirm, unsubscribe])
      expect(await respond(withToken(token), desk)).toMatchObject({ status: 404 });
    expect(await state()).toBe('pending');
  });

  it('show a page that tells nobody where its reader comes from', async () => {
    await ask();
    const { headers } = await askPage('confirm')(withToken(linkIn(0), 'GET'), desk);
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' });
  });
});

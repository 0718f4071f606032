import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { BRAND, INES, MORNING, OTHER_BRAND } from './x-accounts.ts';
import { startDesk } from './x-desk.ts';
import { eventually, startWorld, textAt } from './x-harness.ts';
import { authorization } from './x-signing.ts';

const NOBODY = 'http://127.0.0.1:9/nobody-listens';

async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'x-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, 'x.sqlite');
}

test('The webhook about an own post is there before the call that made it is answered', async () => {
  const world = await startWorld();
  const { body } = await world.call('POST', '/2/tweets', { json: { text: 'News' } });
  expect(world.desk.activities()).toMatchObject([
    { event_type: 'post.create', payload: { id: textAt(body, 'data.id'), author_id: BRAND.id } },
  ]);
});

test('Duplicates differ in their event_uuid only', async () => {
  const world = await startWorld({ settings: { duplicates: true } });
  await world.act('POST', 'messages', { person: INES, accountId: BRAND.id, text: 'Hi' });
  await eventually(() => world.desk.types()).toEqual(['dm.received', 'dm.received']);
  const [one, two] = world.desk.activities();
  expect(one?.payload).toEqual(two?.payload);
  expect(one?.event_uuid).not.toBe(two?.event_uuid);
});

test('What the desk did not take is sent again until it answers 200', async () => {
  const world = await startWorld();
  const answers = [503, 204, 500, 200];
  world.desk.status = () => answers.shift() ?? 200;
  const id = await world.post(INES, '@larkspursupply?');
  await eventually(() => world.desk.activities().map(({ payload }) => payload.id)).toEqual([id]);
  expect(answers).toEqual([]);
});

test('While the desk is down posts are made all the same, and it is told why nothing arrives', async () => {
  const world = await startWorld({ webhookUrl: NOBODY });
  expect((await world.call('POST', '/2/tweets', { json: { text: 'News' } })).status).toBe(201);
  await world.post(INES, '@larkspursupply?');
  await eventually(async () => (await world.state()).deliveries).toEqual({
    pending: 2,
    problem: 'The desk could not be reached.',
  });
});

test('A restart keeps everything, goes on with what waits and never gives an id twice', async () => {
  const file = await temporaryFile();
  const first = await startWorld({ file, webhookUrl: NOBODY });
  const before = await first.post(INES, '@larkspursupply before');
  await first.call('GET', '/2/users/me');
  await first.simulator.close();
  const second = await startWorld({ file, clock: { now: MORNING - 60_000 } });
  await eventually(() => second.desk.activities().map(({ payload }) => payload.id)).toEqual([before]);
  const after = await second.post(INES, '@larkspursupply after');
  expect(BigInt(after)).toBeGreaterThan(BigInt(before));
  expect((await second.state()).posts).toMatchObject([{ id: after }, { id: before }, { authorId: BRAND.id }]);
  expect((await second.state()).people).toHaveLength(6);
  expect(second.simulator.calls()).toMatchObject([{ path: '/2/users/me', status: 200 }]);
});

test('An account that joins at a restart is subscribed too, at the new address of the desk', async () => {
  const file = await temporaryFile();
  const first = await startWorld({ file, webhookUrl: NOBODY, accounts: [BRAND] });
  await first.simulator.close();
  const second = await startWorld({ file, accounts: [BRAND, OTHER_BRAND] });
  await second.post(INES, '@larkspurrail and @larkspursupply');
  await eventually(() =>
    second.desk
      .activities()
      .map(({ filter }) => filter.user_id)
      .toSorted(),
  ).toEqual([BRAND.id, OTHER_BRAND.id]);
});

test('A desk that is slow to start days later is not given up, and gets what waits', async () => {
  const file = await temporaryFile();
  const first = await startWorld({ file, webhookUrl: NOBODY });
  const waiting = await first.post(INES, '@larkspursupply?');
  await first.simulator.close();
  const desk = await startDesk();
  const right = desk.answerChallenge;
  let challenges = 0;
  desk.answerChallenge = (token) => {
    challenges += 1;
    return challenges > 3 ? right(token) : { status: 503, body: '' };
  };
  desk.status = () => (challenges > 3 ? 200 : 503);
  await startWorld({ file, desk, clock: { now: MORNING + 72 * 3_600_000 } });
  await eventually(() => desk.activities().map(({ payload }) => payload.id)).toEqual([waiting]);
});

test('After a day of trying an event is given up, and only a replay brings it', async () => {
  const world = await startWorld();
  let tried = 0;
  world.desk.status = () => {
    tried += 1;
    return 500;
  };
  await world.post(INES, '@larkspursupply?');
  await eventually(() => tried).toBeGreaterThan(1);
  expect((await world.state()).deliveries).toEqual({ pending: 1, problem: 'The desk answered 500.' });
  world.clock.now += 24 * 3_600_000 + 1;
  await eventually(async () => (await world.state()).deliveries).toEqual({ pending: 0, problem: null });
  expect(world.desk.bodies).toEqual([]);
});

test('A kill at once after an answer loses neither the message, nor its event, nor the call', async () => {
  const file = await temporaryFile();
  const script = fileURLToPath(new URL('x-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file, NOBODY], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(child.stdout, 'data');
  const url = `${String(line).trim()}/2/dm_conversations/with/${INES}/messages`;
  const headers = {
    authorization: authorization('POST', url, { account: BRAND, now: MORNING }),
    'content-type': 'application/json',
  };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ text: 'On it!' }) });
  const id = textAt(await answer.json(), 'data.dm_event_id');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const desk = await startDesk();
  const world = await startWorld({ file, desk });
  expect((await world.state()).messages).toMatchObject([{ id, text: 'On it!' }]);
  expect(world.simulator.calls()).toMatchObject([{ method: 'POST', status: 201 }]);
  await eventually(() => desk.activities()).toMatchObject([
    { event_type: 'dm.sent', payload: { direct_message_events: [{ id }] } },
  ]);
});

test('A desk that hangs does not keep the simulator from closing', async () => {
  const world = await startWorld();
  const desk = await startDesk();
  let asked = 0;
  world.desk.answerChallenge = desk.answerChallenge;
  world.desk.status = () => {
    asked += 1;
    return 500;
  };
  await world.post(INES, '@larkspursupply?');
  await eventually(() => asked).toBeGreaterThan(1);
  await world.simulator.close();
  const after = asked;
  await expect(world.call('GET', '/2/users/me')).rejects.toThrow();
  expect(asked).toBe(after);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { openCallLog } from '../../../../lib/local/platforms/calls.ts';

const call = {
  at: '2026-11-21T10:00:00.000Z',
  method: 'POST',
  path: '/v26.0/1/feed',
  body: { message: 'Hi' },
  status: 200,
};

test('A call comes back as it was recorded', () => {
  const log = openCallLog(new DatabaseSync(':memory:'));
  log.record(call);
  expect(log.all()).toEqual([call]);
});

test('Calls come in the order of their arrival, not of their end', () => {
  const log = openCallLog(new DatabaseSync(':memory:'));
  log.record({ ...call, at: '2026-11-21T10:00:05.000Z', path: '/second' });
  log.record({ ...call, at: '2026-11-21T10:00:01.000Z', path: '/first' });
  expect(log.all().map(({ path }) => path)).toEqual(['/first', '/second']);
});

test('Access tokens are kept neither from the path nor from the body', () => {
  const log = openCallLog(new DatabaseSync(':memory:'));
  const body = { message: 'Hi', access_token: 'SECRET' };
  log.record({ ...call, path: '/v26.0/1?fields=id%2Cname&access_token=SECRET&appsecret_proof=SECRET', body });
  expect(log.all()).toEqual([{ ...call, path: '/v26.0/1?fields=id%2Cname', body: { message: 'Hi' } }]);
});

test('The log outlives the process that wrote it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'calls-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'log.sqlite');
  const db = new DatabaseSync(file);
  openCallLog(db).record(call);
  db.close();
  expect(openCallLog(new DatabaseSync(file)).all()).toEqual([call]);
});

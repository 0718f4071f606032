import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALERT_LEASE, claimAlert, markAlertSent, releaseAlert } from '../../../functions/store/alerts.ts';
import { openTestTable, type TestTable } from './engine.ts';
import { NOW } from './sample.ts';

let engine: TestTable;
beforeAll(async () => {
  engine = await openTestTable();
});
afterAll(() => engine.close());

const later = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();
const claim = (id: string, seconds = 0) => claimAlert(engine.table, id, later(seconds));
const sent = (id: string) => markAlertSent(engine.table, id, { at: NOW, mailId: 'mail-1' });

describe('the claim to mail an alert', () => {
  it('is given to one of ten who ask at once (A14)', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => claim('crowd')));
    expect(answers.filter((answer) => answer === 'claimed')).toHaveLength(1);
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(9);
  });

  it('comes into doubt when whoever had it did not tell for the length of the lease, and is free one lease later (A14)', async () => {
    expect(await claim('crashed')).toBe('claimed');
    expect(await claim('crashed', ALERT_LEASE - 1)).toBe('busy');
    expect(await claim('crashed', ALERT_LEASE)).toBe('busy');
    expect(await claim('crashed', 2 * ALERT_LEASE - 1)).toBe('busy');
    expect(await claim('crashed', 2 * ALERT_LEASE)).toBe('claimed');
    expect(await claim('crashed', 2 * ALERT_LEASE + 1)).toBe('busy');
  });

  it('is not given again when the mail service tells of the mail while it is in doubt', async () => {
    await claim('late news');
    expect(await claim('late news', 100)).toBe('busy');
    await sent('late news');
    expect(await claim('late news', 200)).toBe('sent');
  });

  it('can be given back when the mail was refused', async () => {
    await claim('refused');
    await releaseAlert(engine.table, 'refused');
    expect(await claim('refused')).toBe('claimed');
  });

  it('is over for good once the mail left', async () => {
    await claim('done');
    await sent('done');
    expect(await claim('done', 7 * ALERT_LEASE)).toBe('sent');
    await expect(releaseAlert(engine.table, 'done')).rejects.toThrow();
    expect(await claim('done')).toBe('sent');
  });

  it('is over for good even when only the mail service tells, and the claim was never seen', async () => {
    await sent('told');
    expect(await claim('told')).toBe('sent');
  });
});

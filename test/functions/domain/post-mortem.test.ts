import { describe, expect, it } from 'vitest';
import type { Incident } from '../../../functions/domain/incident.ts';
import { IncidentDraft } from '../../../functions/domain/incident.ts';
import { declare } from '../../../functions/domain/incident-moves.ts';
import { numbersOf, postMortem } from '../../../functions/domain/post-mortem.ts';
import { later, NOW } from './sample-broadcast.ts';

const by = { id: 'lead-1', name: 'Lea' };
const { after } = declare(IncidentDraft.parse({ title: 'Booking | *down*' }), {
  id: 'i1',
  by,
  now: later(600),
});
const incident: Incident = {
  ...after,
  state: 'resolved',
  firstReportAt: NOW,
  noticedAt: later(300),
  firstWordAt: later(900),
  resolvedAt: later(4500),
  updates: [{ id: 'u1', at: later(2000), text: 'Line one.\nLine | two.', phase: 'identified', by }],
};
const affected = [
  { reportedAt: NOW, toldAt: later(4600) },
  { reportedAt: later(600), toldAt: later(4600) },
  { reportedAt: later(850) },
  { reportedAt: later(1000) },
];
const aftermath = { incident, affected, answered: 3, mailed: 250, now: later(9000) };

describe('the numbers of an incident', () => {
  it('tell who asked before and after the first word, and how soon what happened', () => {
    expect(numbersOf(aftermath)).toEqual({
      asked: 4,
      askedBefore: 3,
      askedAfter: 1,
      toldUnasked: 250,
      toldPersonally: 2,
      answered: 3,
      answeredShare: 0.75,
      deflection: expect.closeTo(1 - 1 / 3600 / (3 / 900)),
      secondsToNotice: 300,
      secondsToDeclare: 600,
      secondsToFirstWord: 900,
      secondsToFix: 4500,
    });
  });

  it('claim nothing that nobody knows', () => {
    const silent = { ...aftermath, incident: after, affected: [], answered: 0, mailed: 0 };
    expect(numbersOf(silent)).toMatchObject({
      ...{ answeredShare: null, deflection: null, secondsToFix: null, secondsToNotice: null, asked: 0 },
    });
  });
});

describe('the page of an incident', () => {
  const { markdown } = postMortem(aftermath);

  it('tells its story in order', () => {
    const lines = markdown.split('\n').filter((line) => line.startsWith('| 2026'));
    expect(lines).toEqual([
      '| 2026-11-20 10:00:00 | The first customer reported it. |',
      '| 2026-11-20 10:05:00 | Hark noticed that many more than usual wrote about it. |',
      '| 2026-11-20 10:10:00 | Lea declared the incident. |',
      '| 2026-11-20 10:15:00 | The first word about it was out. |',
      '| 2026-11-20 10:33:20 | identified (Lea): Line one. Line \\| two. |',
      '| 2026-11-20 11:15:00 | It was fixed. |',
    ]);
  });

  it('takes words for words, not for signs of Markdown', () => {
    expect(markdown).toMatch(/^# Booking \\\| \\\*down\\\*\n/);
  });

  it('says the numbers in sentences', () => {
    expect(markdown).toContain('- 4 asked: 3 before the first word was out, 1 after it.');
    expect(markdown).toContain('- 3 of those who asked had an answer: 75 %.');
    expect(markdown).toContain('- Fixed 1 hour 15 minutes after the first report.');
  });
});

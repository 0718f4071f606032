import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../../../functions/console/api/settings.ts';
import { weekOf } from '../../../../../functions/console/features/settings/shift-week.ts';

const hours = (week: Calendar['week'], timeZone = 'Europe/Madrid'): Calendar => ({
  timeZone,
  week,
  holidays: [],
});
const shifts = [
  { agentIds: ['leo'], hours: hours({ mon: [['14:00', '22:00']], tue: [['09:00', '17:00']] }) },
  { agentIds: ['ada'], hours: hours({ mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] }) },
  { agentIds: ['kim', 'ada'], hours: hours({ mon: [['09:00', '17:00']] }, 'Asia/Tokyo') },
];

describe('the week of a rota', () => {
  const week = weekOf(shifts, 'Europe/Madrid');

  it('tells who is on duty on a day, the earliest first, and hours by another clock', () => {
    expect(week.mon).toEqual([
      { from: '09:00', to: '17:00', agentIds: ['ada'], timeZone: undefined },
      { from: '09:00', to: '17:00', agentIds: ['kim', 'ada'], timeZone: 'Asia/Tokyo' },
      { from: '14:00', to: '22:00', agentIds: ['leo'], timeZone: undefined },
    ]);
  });

  it('puts those together who have the same hours', () => {
    expect(week.tue).toEqual([{ from: '09:00', to: '17:00', agentIds: ['leo', 'ada'], timeZone: undefined }]);
  });

  it('has nobody on a day that no shift names', () => {
    expect([week.wed, week.sun]).toEqual([[], []]);
  });
});

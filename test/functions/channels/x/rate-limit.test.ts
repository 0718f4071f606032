import { expect, it } from 'vitest';
import { secondsUntilAllowed } from '../../../../functions/channels/x/rate-limit.ts';
import { MORNING } from './scripted-api.ts';

const second = (offset: number) => String(MORNING / 1000 + offset);

const rows: { title: string; headers: Record<string, string>; seconds: number }[] = [
  {
    title: 'until the window ends that has no call left',
    headers: { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': second(700) },
    seconds: 700,
  },
  {
    title: 'until the window ends when X does not say what is left',
    headers: { 'x-rate-limit-reset': second(90) },
    seconds: 90,
  },
  {
    title: 'until the day ends when that is used up, whatever the window has left',
    headers: {
      'x-rate-limit-remaining': '3',
      'x-rate-limit-reset': second(700),
      'x-user-limit-24hour-remaining': '0',
      'x-user-limit-24hour-reset': second(5000),
    },
    seconds: 5000,
  },
  {
    title: 'for the longest of several windows',
    headers: {
      'x-rate-limit-remaining': '0',
      'x-rate-limit-reset': second(700),
      'x-app-limit-24hour-remaining': '0',
      'x-app-limit-24hour-reset': second(9000),
    },
    seconds: 9000,
  },
  {
    title: 'a short while when no window is used up',
    headers: { 'x-rate-limit-remaining': '3', 'x-rate-limit-reset': second(700) },
    seconds: 15,
  },
  { title: 'a short while when X says nothing', headers: {}, seconds: 15 },
  { title: 'as long as X asks', headers: { 'retry-after': '40' }, seconds: 40 },
  {
    title: 'a second when the window has just ended',
    headers: { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': second(-3) },
    seconds: 1,
  },
  {
    title: 'a day at most',
    headers: { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': second(1e6) },
    seconds: 86_400,
  },
  {
    title: 'a short while when the instant is no number',
    headers: { 'x-rate-limit-reset': 'soon' },
    seconds: 15,
  },
];

it.each(rows)('waits $title', ({ headers, seconds }) => {
  expect(secondsUntilAllowed(new Headers(headers), MORNING + 400)).toBe(seconds);
});

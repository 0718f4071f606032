import { expect, it } from 'vitest';
import { secondsUntilAllowed } from '../../../../functions/channels/facebook/rate-limit.ts';

const use = (minutes: unknown) => ({
  type: 'pages',
  call_count: 1,
  estimated_time_to_regain_access: minutes,
});
const business = (value: unknown) => ({ 'x-business-use-case-usage': JSON.stringify(value) });
const app = (percent: number) => ({
  'x-app-usage': JSON.stringify({ call_count: percent, total_time: 3, total_cputime: 3 }),
});

it.each([
  ['the minutes of our page', business({ '108': [use(7)] }), 420],
  ['the longest of several uses', business({ '108': [use(0), use(12), use(3)] }), 720],
  ['no more than a day', business({ '108': [use(100_000)] }), 86_400],
  ['nothing for another page', business({ '109': [use(7)] }), undefined],
  ['nothing while there is room', { ...business({ '108': [use(0)] }), ...app(28) }, undefined],
  ['ten minutes once the app has used all', { ...business({ '108': [use(0)] }), ...app(100) }, 600],
  ['the page’s minutes rather than the app’s', { ...business({ '108': [use(2)] }), ...app(100) }, 120],
  ['what a Retry-After asks for', { 'retry-after': '40' }, 40],
  ['nothing for a Retry-After that is a date', { 'retry-after': 'Sat, 21 Nov 2026 12:00:00 GMT' }, undefined],
  ['nothing for what is no JSON', { 'x-business-use-case-usage': 'none', 'x-app-usage': '' }, undefined],
  ['nothing for minutes that are no number', business({ '108': [use('soon')] }), undefined],
  ['nothing for uses that are no list', business({ '108': 'soon' }), undefined],
  ['nothing without headers', {}, undefined],
])('waits: %s', (_name, headers, seconds) => {
  expect(secondsUntilAllowed(new Headers(headers), '108')).toBe(seconds);
});

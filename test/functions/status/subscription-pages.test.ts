import { expect, it } from 'vitest';
import { subscriptionPage } from '../../../functions/status/subscription-pages.ts';

it('asks for an address, and sends it where subscriptions are taken', () => {
  const page = subscriptionPage('subscribe', undefined);
  expect(page).toContain('<form method="post" action="/status/subscriptions">');
  expect(page).toContain('<input id="email" name="email" type="email"');
});

it.each(['confirm', 'unsubscribe'] as const)('asks before it does anything: %s', (which) => {
  const page = subscriptionPage(which, 'Corvid Air', '/status/subscriptions/a"b');
  expect(page).toContain('<form method="post" action="/status/subscriptions/a&quot;b">');
  expect(page).not.toContain('<input');
});

it.each(['asked', 'confirmed', 'unsubscribed', 'unknown', 'busy'] as const)('only tells: %s', (which) => {
  expect(subscriptionPage(which, 'Corvid Air')).not.toContain('<form');
});

import { expect, it } from 'vitest';
import { statusHeaders, statusPaths } from '../../lib/status-headers.ts';

it('are those of the console, with a policy that lets no script in', () => {
  expect(statusHeaders).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
  expect(statusHeaders['content-security-policy']).not.toContain('script-src');
  expect(statusHeaders['content-security-policy']).toContain("default-src 'none'");
});

it('are for the four forms of the page', () => {
  expect(statusPaths).toEqual(['/status', '/status/subscribe', '/status.json', '/status/feed.atom']);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('signs somebody in by the real page, and nothing is stopped by the content security policy', async () => {
  const ada = await world.seat('agent');
  await ada.page.locator('#root > *').first().waitFor();
  await ada.page.waitForURL((at) => !at.searchParams.has('code'));
  expect(ada.complaints).toEqual([]);
});

it('has the same strict headers as in AWS', async () => {
  const answer = await fetch(world.url);
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/);
  expect(policy).not.toMatch(/unsafe/);
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
});

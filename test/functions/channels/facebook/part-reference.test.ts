import { expect, it } from 'vitest';
import { isMediaReference, mediaReference } from '../../../../functions/channels/facebook/part-reference.ts';

it.each([
  ['the media part of a message', mediaReference('c1.m1'), true],
  ['a message as a whole', 'c1.m1', false],
  ['what another app sent along', 'media', false],
  ['nothing', undefined, false],
])('knows the reference of %s', (_name, reference, isPart) => {
  expect(isMediaReference(reference)).toBe(isPart);
});

it('is another for every message, and fits into the metadata that Messenger takes', () => {
  expect(mediaReference('c1.m1')).not.toBe(mediaReference('c1.m2'));
  expect(mediaReference('x'.repeat(200)).length).toBeLessThan(1000);
});

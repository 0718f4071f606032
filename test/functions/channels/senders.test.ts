import { expect, it } from 'vitest';
import { channels } from '../../../functions/channels/index.ts';
import { senderOf } from '../../../functions/channels/senders.ts';

it('knows a sender for every channel that messages come from', () => {
  for (const { name } of channels) expect(senderOf(name)?.name).toBe(name);
});

it.each(['', 'fax', 'toString', '__proto__'])('knows none for "%s"', (name) => {
  expect(senderOf(name)).toBeUndefined();
});

it('measures as the limits of its channel say', () => {
  for (const { name, limits } of channels) {
    for (const visibility of ['public', 'private'] as const)
      expect(senderOf(name)?.measure('', visibility).limit).toBe(limits.text[visibility]);
  }
});

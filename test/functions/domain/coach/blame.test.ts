import { describe, expect, it } from 'vitest';
import { blame } from '../../../../functions/domain/coach/blame.ts';

const toldOf = (reply: string) => blame({ reply, to: '', visibility: 'public' });

describe('blame', () => {
  it('quotes the words', () => {
    expect(toldOf('Well, you should have called before.')?.why).toContain('“you should have called”');
  });

  it.each([
    'You should have received it by now.',
    'You should have a look at the new menu!',
    "It wasn't your fault at all.",
    'Sorry that you did not get a reply.',
    "You're not wrong, the queue was too long.",
    'You must have been so worried.',
    'We should have told you.',
  ])('hears none in “%s”', (reply) => {
    expect(toldOf(reply)).toBeUndefined();
  });

  it.each(['Selbst schuld.', "C'est votre faute.", 'Es culpa suya.'])('hears it in “%s”', (reply) => {
    expect(toldOf(reply)).toBeDefined();
  });
});

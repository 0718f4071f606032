import { describe, expect, it } from 'vitest';
import { noApology, soundsLetDown } from '../../../../functions/domain/coach/no-apology.ts';

const draft = { reply: 'It left today.', to: 'My parcel?', visibility: 'public' as const };

describe('noApology', () => {
  it('goes by what was judged of the customer, before their words', () => {
    expect(noApology({ ...draft, dissatisfied: true })?.why).toContain('sorry');
    expect(noApology({ ...draft, to: 'This is awful', dissatisfied: false })).toBeUndefined();
  });

  it('asks for one apology in a conversation, not for one in each answer', () => {
    expect(noApology({ ...draft, dissatisfied: true, apologised: true })).toBeUndefined();
  });
});

describe('soundsLetDown', () => {
  it.each(['Worst airline', 'Still waiting', 'You lost my bag', 'The app does not work', 'So disappointed'])(
    'holds for “%s”',
    (text) => {
      expect(soundsLetDown(text)).toBe(true);
    },
  );

  it.each(['When do you open?', 'Never disappointed, best place', 'Thank you, it works now', 'See you at 5'])(
    'does not hold for “%s”',
    (text) => {
      expect(soundsLetDown(text)).toBe(false);
    },
  );
});

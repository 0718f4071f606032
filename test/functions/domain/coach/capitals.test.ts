import { describe, expect, it } from 'vitest';
import { capitals } from '../../../../functions/domain/coach/capitals.ts';

const toldOf = (reply: string, to = '') => capitals({ reply, to, visibility: 'public' });

describe('capitals', () => {
  it.each(['WE ARE VERY SORRY', 'This is NOT ALLOWED under ANY CIRCUMSTANCES, READ it.'])(
    'hears “%s”',
    (reply) => {
      expect(toldOf(reply)?.why).toContain('shouting');
    },
  );

  it.each([
    'OK!',
    'We accept VISA and IBAN transfers.',
    'See https://x.example/HELP/THERE/MORE',
    'Your PNR is XK4T9P.',
  ])('does not mind “%s”', (reply) => {
    expect(toldOf(reply)).toBeUndefined();
  });

  it('lets the customer’s own names stand', () => {
    const to = 'my BOSCH, SIEMENS and MIELE broke';
    expect(toldOf('We repair BOSCH, SIEMENS and MIELE.', to)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { apologises } from '../../../../functions/domain/coach/apology-words.ts';

describe('apologises', () => {
  it.each([
    'Sorry about that.',
    'Our apologies!',
    'We got this wrong.',
    'That should not have happened.',
    'We let you down.',
    'Das tut uns leid.',
    'Entschuldigung für das Warten.',
    'Désolé pour le retard.',
    'Lo sentimos mucho.',
    'Ci scusiamo.',
    'Pedimos desculpa.',
    'Het spijt ons.',
  ])('hears it in “%s”', (text) => {
    expect(apologises(text)).toBe(true);
  });

  it.each(['Thanks for waiting.', 'It was refunded today.', 'We will look into it.'])(
    'not in “%s”',
    (text) => {
      expect(apologises(text)).toBe(false);
    },
  );
});

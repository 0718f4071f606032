import { describe, expect, it } from 'vitest';
import { sendsElsewhere } from '../../../../functions/domain/coach/deflection-words.ts';

describe('sendsElsewhere', () => {
  it.each([
    'Wenden Sie sich bitte an unseren Kundendienst.',
    'Rendez-vous sur notre site.',
    'Contacte con la tienda.',
    'Contattaci domani.',
    'Ligue para o nosso suporte.',
    'Wend u tot de balie.',
  ])('hears it in “%s”', (sentence) => {
    expect(sendsElsewhere(sentence)).toBe(true);
  });

  it.each([
    'Wir haben den Kundendienst gefragt.',
    'Contactez-nous en message privé.',
    'La tienda abre a las 9.',
    'Il negozio apre alle 9.',
    'A loja abre às 9h.',
    'De winkel is open.',
  ])('not in “%s”', (sentence) => {
    expect(sendsElsewhere(sentence)).toBe(false);
  });
});

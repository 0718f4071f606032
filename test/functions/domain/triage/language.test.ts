import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../../functions/domain/triage/language.ts';

describe('the language of a message', () => {
  it.each([
    { text: '@northair my flight is delayed again', language: 'en' },
    { text: 'Wann kommt mein Paket endlich an?', language: 'de' },
    { text: "J'attends ma commande depuis deux semaines", language: 'fr' },
    { text: 'Llevo dos horas esperando y nadie contesta', language: 'es' },
    { text: "Il treno è in ritardo di un'ora, vergogna", language: 'it' },
    { text: 'Ninguém responde e o meu voo foi cancelado', language: 'pt' },
    { text: 'Mijn pakket is al drie weken onderweg', language: 'nl' },
    { text: 'great service', language: 'en' },
    { text: '@SchnelleBahn https://example.com/wo-ist-mein-zug', language: 'und' },
    { text: 'ok 👍', language: 'und' },
    { text: '', language: 'und' },
  ])('of “$text” is $language', ({ text, language }) => {
    expect(languageOf(text).language).toBe(language);
  });

  it('is surer of more words', () => {
    expect(languageOf('Guten Tag, ich habe eine Frage zu meiner Rechnung.').confidence).toBeGreaterThan(
      languageOf('Vergogna').confidence - 1,
    );
    expect(languageOf('ok').confidence).toBe(0);
  });
});

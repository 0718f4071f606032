import { describe, expect, it } from 'vitest';
import { promisedTime } from '../../../../functions/domain/promised-time.ts';
import { dutch } from '../../../../functions/domain/time-words/dutch.ts';
import { english } from '../../../../functions/domain/time-words/english.ts';
import { french } from '../../../../functions/domain/time-words/french.ts';
import { german } from '../../../../functions/domain/time-words/german.ts';
import { italian } from '../../../../functions/domain/time-words/italian.ts';
import { portuguese } from '../../../../functions/domain/time-words/portuguese.ts';
import { spanish } from '../../../../functions/domain/time-words/spanish.ts';
import { counted, duration, type TimeWords } from '../../../../functions/domain/time-words/time-words.ts';

const languages: [string, TimeWords][] = Object.entries({
  english,
  german,
  french,
  spanish,
  italian,
  portuguese,
  dutch,
});
/** The same times in every language: 11:00 in Vienna on Wednesday, 4 March 2026. */
const said: Record<string, string[]> = {
  '2026-03-04T16:00:00.000Z': [
    'by 5pm',
    'bis 17 Uhr',
    'avant 17h',
    'antes de las 17',
    'entro le 17',
    'até às 17h',
    'voor 17 uur',
  ],
  '2026-03-04T12:00:00.000Z': [
    'in two hours',
    'in zwei Stunden',
    'dans deux heures',
    'en dos horas',
    'tra due ore',
    'em duas horas',
    'over twee uur',
  ],
  '2026-03-05T11:00:00.000Z': [
    'tomorrow at noon',
    'morgen Mittag',
    'demain midi',
    'mañana al mediodía',
    'domani a mezzogiorno',
    'amanhã ao meio-dia',
    'morgen om 12 uur',
  ],
  '2026-03-06T22:59:59.000Z': [
    'by Friday',
    'bis Freitag',
    "d'ici vendredi",
    'antes del viernes',
    'entro venerdì',
    'até sexta-feira',
    'voor vrijdag',
  ],
  '2026-03-13T22:59:59.000Z': [
    'next week',
    'nächste Woche',
    'la semaine prochaine',
    'la próxima semana',
    'la prossima settimana',
    'na próxima semana',
    'volgende week',
  ],
  '2026-03-31T21:59:59.000Z': [
    'by the end of the month',
    'bis Ende des Monats',
    'avant la fin du mois',
    'a finales de mes',
    'entro la fine del mese',
    'até o fim do mês',
    'voor het einde van de maand',
  ],
  '2026-03-20T22:59:59.000Z': [
    'by 20 March',
    'bis 20. März',
    'avant le 20 mars',
    'antes del 20 de marzo',
    'entro il 20 marzo',
    'até 20 de março',
    'voor 20 maart',
  ],
};
const shop = {
  timeZone: 'Europe/Vienna',
  week: { wed: [['09:00', '17:00']], fri: [['09:00', '15:00']] } satisfies Record<string, [string, string][]>,
  holidays: [],
};
const present = { at: '2026-03-04T10:00:00.000Z', timeZone: 'Europe/Vienna' };

describe('times', () => {
  const rows = Object.entries(said).flatMap(([due, words]) =>
    words.map((text, index): [string, string, string, TimeWords] => {
      const [name, language] = languages[index] ?? ['english', english];
      return [text, name, due, language];
    }),
  );
  it.each(rows)('“%s” (%s) is %s', (text, _, due, language) => {
    expect(promisedTime(text, present, language)).toBe(due);
  });

  it.each([
    ['by the end of the day', english],
    ['bis Ende des Tages', german],
    ['avant la fin de la journée', french],
    ['al final del día', spanish],
    ['entro fine giornata', italian],
    ['até o fim do dia', portuguese],
    ['voor het einde van de dag', dutch],
  ])('“%s” is when the team closes', (text, language) => {
    expect(promisedTime(text, { ...present, calendar: shop }, language)).toBe('2026-03-04T16:00:00.000Z');
  });

  it.each([
    ['by the end of the week', english],
    ['bis Ende der Woche', german],
    ['avant la fin de la semaine', french],
    ['a finales de semana', spanish],
    ['entro la fine della settimana', italian],
    ['até o fim da semana', portuguese],
    ['voor het einde van de week', dutch],
  ])('“%s” is when the last day of the team’s week closes', (text, language) => {
    expect(promisedTime(text, { ...present, calendar: shop }, language)).toBe('2026-03-06T14:00:00.000Z');
  });

  it.each([
    ['in ein paar Minuten', german],
    ['letzten Freitag', german],
    ['dans quelques minutes', french],
    ['vendredi dernier', french],
    ['en unos minutos', spanish],
    ['el viernes pasado', spanish],
    ['tra qualche minuto', italian],
    ['venerdì scorso', italian],
    ['em alguns minutos', portuguese],
    ['na sexta passada', portuguese],
    ['over een paar minuten', dutch],
    ['afgelopen vrijdag', dutch],
  ])('“%s” is no time to keep', (text, language) => {
    expect(promisedTime(text, present, language)).toBeUndefined();
  });

  it.each([
    ['2026-03-28T10:00:00.000Z', 'morgen um 17 Uhr', german, '2026-03-29T15:00:00.000Z'],
    ['2026-03-28T10:00:00.000Z', 'dans 2 jours', french, '2026-03-30T09:00:00.000Z'],
    ['2026-10-24T09:00:00.000Z', 'mañana a las 12', spanish, '2026-10-25T11:00:00.000Z'],
    ['2026-10-24T09:00:00.000Z', 'binnen 48 uur', dutch, '2026-10-26T09:00:00.000Z'],
  ])('mind the change of clocks: at %s, “%s”', (at, text, language, due) => {
    expect(promisedTime(text, { at, timeZone: 'Europe/Vienna' }, language)).toBe(due);
  });
});

describe('duration', () => {
  const pattern = duration({
    before: 'in',
    about: 'about',
    count: '\\d+|an',
    to: 'to',
    unit: 'hours?',
    half: 'and a half',
  });

  it('takes the later number of a range', () => {
    expect(pattern.exec('in about 2 to 3 hours')?.groups).toMatchObject({ count: '3', unit: 'hours' });
  });

  it('hears a half that is added', () => {
    expect(pattern.exec('in an hour and a half')?.groups?.half).toBe(' and a half');
  });
});

it('counts from one', () => {
  expect(counted('un deux trois')).toEqual({ un: 1, deux: 2, trois: 3 });
});

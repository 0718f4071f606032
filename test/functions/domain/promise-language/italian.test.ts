import { expect, it } from 'vitest';
import { describeHearing, type Promised, promiserIn } from './hearing.ts';

const promised: Promised = {
  // we get in touch
  'La ricontatteremo entro venerdì.': ['2026-03-06 23:59:59'],
  'Ti richiamo domani.': ['2026-03-05 23:59:59'],
  'Ti rispondo entro due ore.': ['2026-03-04 13:00:00'],
  'Le scriverò entro stasera.': ['2026-03-04 22:00:00'],
  'Le faremo sapere entro domani mattina.': ['2026-03-05 12:00:00'],
  'Verifico e le faccio sapere tra un’ora.': ['2026-03-04 12:00:00'],
  'Chiedo in cucina e ti aggiorno tra mezz’ora.': ['2026-03-04 11:30:00'],
  'La chiamo alle 17:30.': ['2026-03-04 17:30:00'],
  'La chiamerò prima delle 17.': ['2026-03-04 17:00:00'],
  'Vi contatteremo lunedì.': ['2026-03-09 23:59:59'],
  'Ti daremo una risposta dopodomani.': ['2026-03-06 23:59:59'],
  'La terremo aggiornata.': [null],
  'Ti faremo sapere.': [null],
  'La ricontatteremo al più presto.': [null],
  'Riceverà una risposta entro mezzogiorno.': ['2026-03-04 12:00:00'],
  'Avrà nostre notizie domani.': ['2026-03-05 23:59:59'],
  'Il nostro team la contatterà entro 24 ore.': ['2026-03-05 11:00:00'],
  'Un collega ti chiamerà domani alle 10.': ['2026-03-05 10:00:00'],
  'Entro domani sera le daremo notizie.': ['2026-03-05 22:00:00'],
  'Le risponderemo entro la fine della settimana.': ['2026-03-06 23:59:59'],
  'Ti scriviamo la prossima settimana.': ['2026-03-13 23:59:59'],
  'Ti scriviamo all’inizio della prossima settimana.': ['2026-03-10 23:59:59'],
  'Le rispondiamo in giornata.': ['2026-03-04 23:59:59'],
  'Le scriveremo entro il 12/03.': ['2026-03-12 23:59:59'],
  'Mi faccio sentire oggi pomeriggio.': ['2026-03-04 18:00:00'],
  // help
  'Le invieremo un altro pacco domani.': ['2026-03-05 23:59:59'],
  'La rimborseremo entro 3 giorni lavorativi.': ['2026-03-09 23:59:59'],
  'Il problema sarà risolto entro venerdì.': ['2026-03-06 23:59:59'],
  'Lo sistemeremo entro la fine del mese.': ['2026-03-31 23:59:59'],
  'Verificheremo subito.': [null],
  'Mi lasci controllare.': [null],
  'Me ne occupo io.': [null],
  'Mi dia un’ora.': ['2026-03-04 12:00:00'],
  'Controllo se è disponibile e le faccio sapere entro mezzogiorno.': ['2026-03-04 12:00:00'],
  'La chiamo alle 15, va bene?': ['2026-03-04 15:00:00'],
  'La ricontatteremo. Domani al più tardi.': ['2026-03-05 23:59:59'],
  // as they stand in an answer
  'Abbiamo inoltrato la richiesta al reparto tecnico e ti daremo un riscontro entro domani alle 12.': [
    '2026-03-05 12:00:00',
  ],
  'Provvederemo a spedire un nuovo prodotto entro questa settimana.': ['2026-03-06 23:59:59'],
  'Il tecnico passerà giovedì tra le 10 e le 12.': ['2026-03-05 12:00:00'],
};

const notPromised = [
  'Le prometto che non è stato il nostro corriere.',
  'È davvero fastidioso, lo prometto.',
  'Vuole che la chiami domani?',
  'Ci chiamerà domani?',
  'Ci contatti entro venerdì.',
  'Per favore ci scriva domani.',
  'Se ci invia il numero, le risponderemo oggi.',
  'Appena ci manda il numero, controlliamo.',
  'La rimborseremo se il pacco non arriva.',
  'L’abbiamo chiamata ieri.',
  'Le ho già scritto stamattina.',
  'Lei ha scritto “la chiameremo lunedì”.',
  'Il mio collega ha detto che la chiameremo domani.',
  'Non la chiameremo.',
  'Non posso prometterle nulla.',
  'Forse la chiameremo domani.',
  'Speriamo che la chiameremo domani.',
  'Rispondiamo a tutti i messaggi entro 24 ore.',
  'Oggi siamo aperti fino alle 17.',
  'Il negozio sarà chiuso domani.',
  'Il pacco arriverà venerdì.',
  'La chiamerei volentieri domani.',
  'Buongiorno e a domani!',
  'Il suo tavolo è prenotato per domani alle 20.',
  'Ci mandi il numero in privato e verifichiamo.',
  'Può ritirare l’ordine fino alle 19.',
];

describeHearing('Italian', promised, notPromised);

it.each([
  ['La chiamerò.', 'I'],
  ['La chiameremo.', 'we'],
  ['Il nostro team la contatterà.', 'team'],
  ['Un collega ti chiamerà.', 'colleague'],
])('knows who is to keep “%s”: %s', (reply, who) => {
  expect(promiserIn(reply)).toBe(who);
});

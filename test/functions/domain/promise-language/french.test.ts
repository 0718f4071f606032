import { expect, it } from 'vitest';
import { describeHearing, type Promised, promiserIn } from './hearing.ts';

const promised: Promised = {
  // we get in touch
  "Je vous recontacte d'ici demain midi.": ['2026-03-05 12:00:00'],
  'Nous vous recontacterons avant ce soir.': ['2026-03-04 22:00:00'],
  'Je vous rappelle à 17h30.': ['2026-03-04 17:30:00'],
  'Je te rappelle avant 17 heures.': ['2026-03-04 17:00:00'],
  'On vous rappelle dans une heure.': ['2026-03-04 12:00:00'],
  'Nous reviendrons vers vous sous 48 heures.': ['2026-03-06 11:00:00'],
  'Je reviens vers vous vendredi.': ['2026-03-06 23:59:59'],
  'Je vérifie et je reviens vers vous dans la journée.': ['2026-03-04 23:59:59'],
  'Je vérifie en cuisine et vous réponds dans deux heures.': ['2026-03-04 13:00:00'],
  'Nous vous tiendrons au courant.': [null],
  'Nous vous tenons informé.': [null],
  'Je vous écrirai lundi matin.': ['2026-03-09 12:00:00'],
  'Je vais vous appeler demain à 9h.': ['2026-03-05 09:00:00'],
  'Nous allons vous contacter cet après-midi.': ['2026-03-04 18:00:00'],
  'Vous aurez une réponse avant vendredi.': ['2026-03-06 23:59:59'],
  'Vous recevrez de nos nouvelles demain.': ['2026-03-05 23:59:59'],
  "Notre équipe vous contactera d'ici 24 heures.": ['2026-03-05 11:00:00'],
  'Un collègue vous rappellera demain matin.': ['2026-03-05 12:00:00'],
  "Nous vous informerons d'ici la fin de la semaine.": ['2026-03-06 23:59:59'],
  'Je vous donne une réponse après-demain.': ['2026-03-06 23:59:59'],
  'Nous vous répondrons la semaine prochaine.': ['2026-03-13 23:59:59'],
  'Nous vous recontacterons en début de semaine prochaine.': ['2026-03-10 23:59:59'],
  "D'ici demain soir, nous vous donnerons des nouvelles.": ['2026-03-05 22:00:00'],
  'Nous vous répondrons avant le 12/03.': ['2026-03-12 23:59:59'],
  'Je vous recontacte dès que possible.': [null],
  // help
  'Nous vous envoyons un nouveau colis demain.': ['2026-03-05 23:59:59'],
  'Nous vous remboursons sous 3 jours ouvrés.': ['2026-03-09 23:59:59'],
  'Votre commande sera remplacée avant la fin du mois.': ['2026-03-31 23:59:59'],
  'Je me renseigne tout de suite.': [null],
  'Je vais vérifier cela.': [null],
  'Laissez-moi vérifier.': [null],
  'Donnez-moi une heure.': ['2026-03-04 12:00:00'],
  'Nous vérifions si c’est en stock et vous recontactons avant midi.': ['2026-03-04 12:00:00'],
  'Je vous appelle à 15h, ça vous va ?': ['2026-03-04 15:00:00'],
  'Nous vous recontacterons. Demain au plus tard.': ['2026-03-05 23:59:59'],
  // as they stand in an answer
  'Bonjour, merci pour votre message ! Je regarde ça tout de suite et je te tiens au courant avant 18h.': [
    '2026-03-04 18:00:00',
  ],
  'On s’en occupe et on revient vers toi ce soir.': ['2026-03-04 22:00:00'],
  'Un technicien passera chez vous jeudi entre 8h et 10h.': ['2026-03-05 10:00:00'],
};

const notPromised = [
  'Je vous promets que ce n’était pas notre livreur.',
  'C’est pénible, je vous le promets.',
  'Voulez-vous que je vous rappelle demain ?',
  'Pouvez-vous nous rappeler demain ?',
  'Contactez-nous avant vendredi.',
  'Merci de nous rappeler demain.',
  'Si vous nous envoyez votre numéro, nous vous répondrons aujourd’hui.',
  'Dès que vous nous donnez le numéro, je vérifie.',
  'Nous vous rembourserons si le colis n’arrive pas.',
  'Nous vous avons rappelé hier.',
  'Je vous ai écrit ce matin.',
  'Vous avez écrit « je vous rappelle lundi ».',
  'Mon collègue a dit que je vous rappelle demain.',
  'Nous ne vous rappellerons pas.',
  'Je ne peux rien vous promettre.',
  'Peut-être que nous vous rappellerons demain.',
  'J’espère que nous vous répondrons demain.',
  'Nous répondons à tous les messages sous 24 heures.',
  'Nous sommes ouverts jusqu’à 17h.',
  'Le magasin sera fermé demain.',
  'Votre colis arrivera vendredi.',
  'Je vous rappellerais volontiers demain.',
  'Bonne journée et à demain !',
  'Votre table est réservée pour demain à 20h.',
  'Envoyez-nous votre numéro en message privé et nous vérifierons.',
  'Vous pouvez passer au magasin jusqu’à 19h.',
];

describeHearing('French', promised, notPromised);

it.each([
  ['Je vous recontacte.', 'I'],
  ['Nous vous recontacterons.', 'we'],
  ['Notre équipe vous contactera.', 'team'],
  ['Un collègue vous rappellera.', 'colleague'],
])('knows who is to keep “%s”: %s', (reply, who) => {
  expect(promiserIn(reply)).toBe(who);
});

import { expect, it } from 'vitest';
import { describeHearing, type Promised, promiserIn } from './hearing.ts';

const promised: Promised = {
  // we get in touch
  'Ich melde mich bis heute Abend bei Ihnen.': ['2026-03-04 22:00:00'],
  'Wir melden uns morgen bei Ihnen.': ['2026-03-05 23:59:59'],
  'Bis morgen Mittag melde ich mich bei dir.': ['2026-03-05 12:00:00'],
  'Wir klären das und melden uns bis spätestens 17 Uhr.': ['2026-03-04 17:00:00'],
  'Ich frage in der Küche nach und gebe Ihnen in einer Stunde Bescheid.': ['2026-03-04 12:00:00'],
  'Ich rufe Sie heute Nachmittag zurück.': ['2026-03-04 18:00:00'],
  'Morgen um 9 Uhr rufe ich Sie an.': ['2026-03-05 09:00:00'],
  'Sie hören bis Freitag von uns.': ['2026-03-06 23:59:59'],
  'Du hörst am Montag von mir.': ['2026-03-09 23:59:59'],
  'Wir werden uns innerhalb von 24 Stunden bei Ihnen melden.': ['2026-03-05 11:00:00'],
  'Ich werde Sie bis halb fünf zurückrufen.': ['2026-03-04 16:30:00'],
  'Unser Team meldet sich bis Ende der Woche bei Ihnen.': ['2026-03-06 23:59:59'],
  'Eine Kollegin ruft Sie morgen Vormittag an.': ['2026-03-05 12:00:00'],
  'Ich schreibe Ihnen bis zum 12.3. eine Antwort.': ['2026-03-12 23:59:59'],
  'Wir informieren Sie bis Ende des Tages.': ['2026-03-04 23:59:59'],
  'Sie bekommen bis morgen eine Antwort von uns.': ['2026-03-05 23:59:59'],
  'Wir halten Sie auf dem Laufenden.': [null],
  'Wir melden uns bei Ihnen.': [null],
  'Ich melde mich, sobald ich mehr weiß.': [null],
  'Melde mich gleich morgen früh!': ['2026-03-05 12:00:00'],
  'Ich melde mich in zwei Stunden wieder.': ['2026-03-04 13:00:00'],
  'Wir melden uns nächste Woche bei dir.': ['2026-03-13 23:59:59'],
  'Wir melden uns Anfang nächster Woche bei dir.': ['2026-03-10 23:59:59'],
  'Wir kommen bis Freitagnachmittag auf Sie zu.': ['2026-03-06 18:00:00'],
  'Ich gebe dir übermorgen Bescheid.': ['2026-03-06 23:59:59'],
  'Guten Morgen, wir melden uns heute noch.': ['2026-03-04 23:59:59'],
  // help
  'Wir schicken Ihnen morgen einen Ersatz.': ['2026-03-05 23:59:59'],
  'Wir erstatten Ihnen den Betrag innerhalb von 3 Werktagen.': ['2026-03-09 23:59:59'],
  'Der Fehler wird bis Freitag behoben.': ['2026-03-06 23:59:59'],
  'Wir werden das bis Monatsende reparieren.': ['2026-03-31 23:59:59'],
  'Ich prüfe das für Sie.': [null],
  'Lassen Sie mich das kurz klären.': [null],
  'Geben Sie mir eine Stunde, dann weiß ich mehr.': ['2026-03-04 12:00:00'],
  'Ich rufe Sie um 15 Uhr an, passt das?': ['2026-03-04 15:00:00'],
  'Wir prüfen, ob es lagernd ist, und geben Ihnen bis Mittag Bescheid.': ['2026-03-04 12:00:00'],
  'Wir kümmern uns darum. Bis morgen Abend.': ['2026-03-05 22:00:00'],
  'Ich rufe Sie morgen an und wir erstatten Ihnen das Geld bis Freitag.': [
    '2026-03-05 23:59:59',
    '2026-03-06 23:59:59',
  ],
  // as they stand in an answer
  'Das tut uns sehr leid! Wir haben Ihre Anfrage an die Technik weitergegeben und melden uns morgen bis 12 Uhr.':
    ['2026-03-05 12:00:00'],
  'Ich schau mir das an und meld mich heute noch bei dir.': ['2026-03-04 23:59:59'],
  'Wir haben das Problem gefunden und werden es bis heute Abend 20 Uhr beheben.': ['2026-03-04 20:00:00'],
  'Unsere Werkstatt ruft Sie am Donnerstag zwischen 10 und 12 Uhr an.': ['2026-03-05 12:00:00'],
  'Wir bedauern das sehr und kümmern uns umgehend.': [null],
};

const notPromised = [
  'Ich verspreche Ihnen, das war nicht unser Fahrer.',
  'Das ist wirklich ärgerlich, versprochen.',
  'Soll ich Sie morgen anrufen?',
  'Melden Sie sich bis morgen bei uns?',
  'Bitte melden Sie sich bis Freitag bei uns.',
  'Bitte rufen Sie uns morgen an.',
  'Wenn Sie uns Ihre Bestellnummer schicken, melden wir uns heute.',
  'Falls das Paket nicht ankommt, erstatten wir Ihnen den Betrag.',
  'Sobald Sie uns die Nummer geben, prüfen wir das.',
  'Wir haben uns gestern bei Ihnen gemeldet.',
  'Ich habe Sie heute Vormittag angerufen.',
  'Sie schrieben „Wir melden uns bis Montag“, aber niemand rief an.',
  'Mein Kollege hat gesagt, ich melde mich morgen.',
  'Wir melden uns nicht mehr dazu.',
  'Wir können Ihnen nichts versprechen.',
  'Vielleicht melden wir uns morgen.',
  'Hoffentlich melden wir uns heute noch.',
  'Wir antworten auf alle Nachrichten innerhalb von 24 Stunden.',
  'Normalerweise antworten wir Ihnen innerhalb von 24 Stunden.',
  'Wir haben heute bis 17 Uhr geöffnet.',
  'Morgen ist unser Geschäft geschlossen.',
  'Wir freuen uns auf Ihren Besuch am Freitag.',
  'Das Paket kommt morgen an.',
  'Ich würde Sie gern morgen anrufen.',
  'Guten Morgen und einen schönen Tag!',
  'Ihr Tisch ist für morgen um 20 Uhr reserviert.',
  'Bitte schicken Sie uns Ihre Bestellnummer, dann prüfen wir das gleich.',
  'Der Flug wurde gestrichen, Sie können bis Freitag kostenlos umbuchen.',
];

describeHearing('German', promised, notPromised);

it.each([
  ['Ich melde mich.', 'I'],
  ['Wir melden uns.', 'we'],
  ['Unser Team meldet sich bei Ihnen.', 'team'],
  ['Eine Kollegin meldet sich bei Ihnen.', 'colleague'],
])('knows who is to keep “%s”: %s', (reply, who) => {
  expect(promiserIn(reply)).toBe(who);
});

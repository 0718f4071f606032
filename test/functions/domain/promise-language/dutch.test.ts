import { expect, it } from 'vitest';
import { describeHearing, type Promised, promiserIn } from './hearing.ts';

const promised: Promised = {
  // we get in touch
  'Ik bel u morgen terug.': ['2026-03-05 23:59:59'],
  'We laten het je vandaag nog weten.': ['2026-03-04 23:59:59'],
  'Ik laat u voor vrijdag iets weten.': ['2026-03-06 23:59:59'],
  'Wij nemen binnen twee uur contact met u op.': ['2026-03-04 13:00:00'],
  'Ik neem vanmiddag contact met je op.': ['2026-03-04 18:00:00'],
  'Ik zoek het uit en bel je om 17.30 uur.': ['2026-03-04 17:30:00'],
  'Ik vraag het na in de keuken en laat het u binnen een uur weten.': ['2026-03-04 12:00:00'],
  'We zullen u voor 17 uur terugbellen.': ['2026-03-04 17:00:00'],
  'Ik zal u om half vijf bellen.': ['2026-03-04 16:30:00'],
  'Ik kom hier morgenochtend op terug.': ['2026-03-05 12:00:00'],
  'U hoort uiterlijk vrijdag van ons.': ['2026-03-06 23:59:59'],
  'Je hoort maandag van mij.': ['2026-03-09 23:59:59'],
  'Wij houden u op de hoogte.': [null],
  'We nemen contact met u op.': [null],
  'Ik laat het je zo snel mogelijk weten.': [null],
  'U krijgt vanavond een antwoord.': ['2026-03-04 22:00:00'],
  'Ons team neemt binnen 24 uur contact met u op.': ['2026-03-05 11:00:00'],
  'Een collega belt u morgen om 10 uur.': ['2026-03-05 10:00:00'],
  'Morgenmiddag bel ik u.': ['2026-03-05 18:00:00'],
  'Voor het einde van de week laten we het u weten.': ['2026-03-06 23:59:59'],
  'We gaan u volgende week informeren.': ['2026-03-13 23:59:59'],
  'We laten het u begin volgende week weten.': ['2026-03-10 23:59:59'],
  'Ik mail je overmorgen.': ['2026-03-06 23:59:59'],
  'Ik stuur u vóór het einde van de dag een update.': ['2026-03-04 23:59:59'],
  'Ik antwoord u uiterlijk 12 maart.': ['2026-03-12 23:59:59'],
  // help
  'We sturen u morgen een nieuw pakket.': ['2026-03-05 23:59:59'],
  'We zullen het bedrag binnen 3 werkdagen terugbetalen.': ['2026-03-09 23:59:59'],
  'De storing wordt vrijdag opgelost.': ['2026-03-06 23:59:59'],
  'We gaan dit voor het einde van de maand herstellen.': ['2026-03-31 23:59:59'],
  'Ik ga het uitzoeken.': [null],
  'We kijken het na.': [null],
  'Laat me dit even nakijken.': [null],
  'Geef me een uur.': ['2026-03-04 12:00:00'],
  'Ik kijk of het op voorraad is en laat het u voor 12 uur weten.': ['2026-03-04 12:00:00'],
  'Ik bel u om 15 uur, is dat goed?': ['2026-03-04 15:00:00'],
  'We nemen contact met u op. Uiterlijk morgen.': ['2026-03-05 23:59:59'],
  // as they stand in an answer
  'Ik heb je vraag doorgezet en laat je uiterlijk morgen om 12:00 iets weten.': ['2026-03-05 12:00:00'],
  'Wij gaan dit direct voor u na en komen er vandaag nog bij u op terug.': ['2026-03-04 23:59:59'],
  'De monteur komt donderdag tussen 10 en 12 uur langs.': ['2026-03-05 12:00:00'],
};

const notPromised = [
  'Ik beloof u dat het niet onze koerier was.',
  'Het is echt vervelend, dat beloof ik.',
  'Zal ik u morgen bellen?',
  'Belt u ons morgen?',
  'Bel ons voor vrijdag.',
  'Neem morgen contact met ons op.',
  'Laat het ons morgen weten.',
  'Als u ons het nummer stuurt, laten we het u vandaag weten.',
  'Zodra u het nummer stuurt, kijken we het na.',
  'We betalen het terug als het pakket niet aankomt.',
  'We hebben u gisteren gebeld.',
  'Ik heb u vanochtend al gemaild.',
  'U schreef “we bellen u maandag”.',
  'Mijn collega zei dat we u morgen bellen.',
  'We bellen u niet.',
  'Ik kan niets beloven.',
  'Misschien bellen we u morgen.',
  'Hopelijk laten we het u morgen weten.',
  'We beantwoorden alle berichten binnen 24 uur.',
  'We zijn vandaag open tot 17 uur.',
  'De winkel is morgen gesloten.',
  'Uw pakket komt vrijdag aan.',
  'Ik zou u graag morgen bellen.',
  'Goedemorgen en tot morgen!',
  'Uw tafel is gereserveerd voor morgen om 20 uur.',
  'Stuur ons een privébericht met je bestelnummer, dan kijken we het na.',
  'U kunt uw bestelling ophalen tot 19 uur.',
];

describeHearing('Dutch', promised, notPromised);

it.each([
  ['Ik bel u.', 'I'],
  ['We bellen u.', 'we'],
  ['Ons team neemt contact met u op.', 'team'],
  ['Een collega belt u.', 'colleague'],
])('knows who is to keep “%s”: %s', (reply, who) => {
  expect(promiserIn(reply)).toBe(who);
});

import { casual } from 'chrono-node/fr';
import { wholeWords } from '../whole-words.ts';
import { counted, duration, type TimeWords } from './time-words.ts';

const NUMBERS = 'un deux trois quatre cinq six sept huit neuf dix onze douze';
const NUMBER = NUMBERS.replaceAll(' ', '|');
const COUNT = `\\d{1,3}(?:,\\d)?|une?|${NUMBER}|(?:une )?demi|quinze|trente|(?:la |l')prochaine|l'`;
const UNIT = 'min(?:utes?)?|mn|heures?|h|jours? ouvr(?:és?|ables?)|jours?|semaines?|quinzaine|mois';
const AT = "à|avant|vers|pour|d'ici|jusqu'à|dès";

/** How French speaks of the time by which something is done. */
export const french: TimeWords = {
  dates: casual,
  falseDates:
    /^(?:maintenant|mar|mai|mars|dim|sam|ven|lun|jeu|mer|été)$|hier|dernier|dernière|passée?\b|il y a|quelques|plusieurs/iu,
  rewrites: [
    [/après[- ]demain/giu, 'surlendemain'],
    [/(?<![\p{L}])bonne (?:journée|soirée|fin de journée|semaine)|bon (?:week-?end|après-midi)/giu, ' '],
    [
      /(?<![\p{L}])(?:votre|ton|ta|le|la|l'|notre) ?(?:commande|réservation|vol|rendez-vous|livraison|message|facture|train|visite|colis)(?: \S*\d\S*)? (?:du|de|d'|pour|prévue?|à) [^,;]*?(?=,|;| et | puis |$)/giu,
      ' ',
    ],
  ],
  numbers: { ...counted(NUMBERS), une: 1, demi: 0.5, 'une demi': 0.5, quinze: 15, trente: 30 },
  durations: [
    duration({
      before: "dans|d'ici|sous|en|donnez-(?:moi|nous)|donne-(?:moi|nous)|après",
      about:
        "les|la|le|prochaines?|prochains?|environ|à peu près|un délai de|moins de|moins d'|maximum|au plus|un maximum de",
      count: COUNT,
      to: 'à|ou',
      unit: `-?(?:${UNIT})`,
      half: 'et demie?',
    }),
  ],
  units: [
    [/^-?m(?:in|n)/iu, 'minutes'],
    [/^-?h/iu, 'hours'],
    [/^-?jours? ouvr/iu, 'working days'],
    [/^-?jour/iu, 'days'],
    [/^-?semaine/iu, 'weeks'],
    [/^-?quinzaine/iu, 'fortnights'],
    [/^-?mois/iu, 'months'],
  ],
  days: [
    [wholeWords('surlendemain'), 2],
    [wholeWords('demain'), 1],
    [
      wholeWords(
        "aujourd'hui|ce (?:soir|matin|midi)|cet après-midi|cette après-midi|dans la (?:journée|matinée|soirée)",
      ),
      0,
    ],
  ],
  dayOfMonth:
    /(?<![\p{L}])(?:le|avant le|d'ici le|jusqu'au|pour le)\s+(?<day>\d{1,2})(?:[/.](?<month>\d{1,2}))?(?![\d:h]|\s*(?:h|heures?|\p{L}+bre|janv|févr|mars|avril|mai|juin|juil|août))/iu,
  dayEnd: wholeWords(
    '(?:la )?fin de (?:la )?(?:journée|après-midi|service)|avant (?:la fermeture|de fermer)|(?:dans|au cours de) la journée',
  ),
  businessEnd: wholeWords('fermeture des bureaux|fin de la journée de travail|fin de journée ouvrée'),
  weekEnd: wholeWords(
    '(?:la )?fin de (?:la |cette )?semaine|cette semaine|dans la semaine|avant le week-?end',
  ),
  weekend: wholeWords('(?:ce|pendant le|durant le|au cours du) week-?end'),
  nextWeek: wholeWords(
    '(?:(?<early>(?:le )?début de(?: la)?|en début de)|(?<mid>(?:le )?milieu de(?: la)?)|(?:la )?fin de(?: la)?)? ?(?:la )?semaine prochaine',
  ),
  monthEnd: wholeWords('(?:la )?fin du mois|ce mois-ci'),
  nextMonth: wholeWords('(?:le )?mois prochain'),
  dayParts: [
    [wholeWords('première heure'), 10],
    [wholeWords('matin|matinée'), 12],
    [wholeWords('midi(?<!après-midi)'), 12],
    [wholeWords('après-midi'), 18],
    [wholeWords('soir|soirée'), 22],
  ],
  night: wholeWords('minuit|cette nuit'),
  noon: wholeWords('midi(?<!après-midi)'),
  clock: [
    wholeWords(`(?<halfPast>\\d{1,2}|une|${NUMBER})\\s*(?:h|heures?) et demie?`),
    wholeWords(`(?<quarterPast>\\d{1,2}|une|${NUMBER})\\s*(?:h|heures?) et quart`),
    wholeWords(`(?<quarterTo>\\d{1,2}|une|${NUMBER})\\s*(?:h|heures?) moins le quart`),
    wholeWords('(?<hour>\\d{1,2})\\s*(?:h|:|heures?)\\s*(?<minute>\\d\\d)'),
    wholeWords(`(?:${AT})\\s*(?<hour>\\d{1,2}|une|${NUMBER})\\s*(?:h|heures?)`),
    wholeWords(`(?<=et |- ?|demain |matin |soir |midi |di )(?<hour>\\d{1,2})\\s*(?:h|heures?)`),
  ],
  ambiguousUntil: 7,
};

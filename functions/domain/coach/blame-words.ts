import { wholeWords } from '../whole-words.ts';

/** Words that put the fault on the customer, in the languages beside English. */
export const FOREIGN_BLAME: readonly RegExp[] = [
  // German
  wholeWords(
    '(?:selber|selbst) schuld|(?:ihr|dein) (?:eigener )?fehler|(?:ihre|deine) (?:eigene )?schuld|nicht unsere? (?:schuld|problem)|h[äa]tten sie (?:gelesen|nur|besser|doch)|h[äa]ttest du (?:nur|besser|doch)|sie h[äa]tten (?:[^.,;!?]{0,30} )?(?:lesen|besser|vorher|müssen|sollen)|(?:beruhigen sie sich|beruhige dich)|wie (?:wir|ich) (?:ihnen |dir )?(?:bereits|schon|mehrfach) (?:[^.,;!?]{0,15} )?(?:gesagt|erklärt|geschrieben|erwähnt|mitgeteilt)|wie (?:bereits|schon|mehrfach) (?:gesagt|erklärt|geschrieben|erwähnt|mitgeteilt)|lesen sie (?:bitte )?(?:\\p{L}+ ){0,3}?(?:agb|bedingungen|kleingedruckte|anleitung)|sie haben (?:wohl |offensichtlich |offenbar )(?:\\p{L}+ ){0,4}?(?:falsch|nicht|übersehen|vertippt|vergessen)',
  ),
  // French
  wholeWords(
    "(?:c'est|de) votre faute|pas notre (?:faute|problème)|vous auriez d[ûu]|tu aurais d[ûu]|vous n'avez pas (?:bien )?(?:lu|suivi|vérifié|respecté)|calmez-vous|calme-toi|comme (?:nous|je) (?:vous )?l'(?:avons|ai) déjà (?:dit|expliqué|indiqué|écrit)|comme déjà (?:dit|expliqué|indiqué)|lisez (?:bien |d'abord )?les (?:conditions|instructions)|vous vous trompez|vous avez mal (?:lu|saisi|compris|rempli)",
  ),
  // Spanish
  wholeWords(
    '(?:es|fue|ha sido) (?:su|tu) (?:propia )?(?:culpa|error)|culpa (?:suya|tuya)|no es (?:nuestra culpa|nuestro problema|problema nuestro)|(?:deber[íi]as?|tendr[íi]as?|debi[óo]|debiste|tenía)(?: que)? haber \\p{L}+|c[áa]lmese|tranquil[íi]cese|c[áa]lmate|como ya (?:le|te|les) (?:dijimos|explicamos|hemos (?:dicho|explicado|indicado))|lea (?:bien )?(?:las condiciones|los términos|las instrucciones)|(?:usted )?no (?:ha leído|leyó|siguió|ha seguido) (?:las|los|bien)|se equivoca usted|usted se equivoca',
  ),
  // Italian
  wholeWords(
    'colpa (?:sua|tua|vostra)|(?:un )?suo errore|non è (?:colpa nostra|(?:un )?(?:nostro problema|problema nostro))|(?:avrebbe|avresti) dovuto \\p{L}+|come (?:le|ti|vi) (?:abbiamo|ho) già (?:detto|spiegato|scritto)|come già (?:detto|spiegato|scritto)|si calmi|calmati|legga (?:bene |prima )?(?:le condizioni|i termini|le istruzioni)|lei non ha (?:letto|seguito|controllato)|lei si sbaglia',
  ),
  // Portuguese
  wholeWords(
    '(?:a )?culpa (?:é )?(?:sua|tua)|(?:é|foi) (?:sua|tua) culpa|(?:erro|falha) (?:seu|sua)|não é (?:nossa culpa|culpa nossa|(?:nosso problema|problema nosso))|(?:deveria|deverias|devia|devias) ter \\p{L}+|como já (?:lhe )?(?:dissemos|explic[aá]mos|inform[aá]mos|foi dito)|acalme-se|se acalme|calma lá|leia (?:bem |primeiro )?(?:os termos|as condições|as instruções)|você não (?:leu|seguiu|verificou)|você está enganad[oa]',
  ),
  // Dutch
  wholeWords(
    '(?:uw|je|jouw) (?:eigen )?(?:schuld|fout)|eigen schuld|niet (?:onze schuld|ons probleem)|(?:u|je) had (?:[^.,;!?]{0,30} )?(?:moeten|kunnen) \\p{L}+|had (?:u|je) (?:maar|beter)|zoals (?:we|wij|ik) (?:u |je )?(?:al|eerder|reeds) (?:[^.,;!?]{0,15} )?(?:zei|zeiden|zeggen|gezegd|uitgelegd|schreven)|kalmeer|doe rustig|lees (?:eerst |dan )?(?:de voorwaarden|de handleiding|de kleine lettertjes)|(?:u|je) hebt? (?:zeker |blijkbaar |duidelijk )(?:\\p{L}+ ){0,3}?(?:niet|verkeerd)',
  ),
];

/** "It is not your fault", which comforts. */
export const FOREIGN_COMFORT = wholeWords(
  '(?:nicht|keinesfalls|keineswegs) (?:ihre?|deine?) (?:eigene[r]? )?(?:schuld|fehler)|(?:pas|jamais|nullement) (?:du tout )?(?:de )?(?:votre|ta) faute|no (?:es|fue|ha sido) (?:culpa (?:suya|tuya)|(?:su|tu) (?:culpa|error))|non è (?:stata )?(?:affatto )?colpa (?:sua|tua|vostra)|não (?:é|foi) (?:culpa (?:sua|tua)|(?:sua|tua) culpa)|niet (?:uw|je|jouw) (?:eigen )?(?:schuld|fout)',
);

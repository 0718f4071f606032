import { french as time } from '../time-words/french.ts';
import { wholeWords } from '../whole-words.ts';
import { inPhrases, type Phrase } from './phrases.ts';
import type { PromiseLanguage } from './promise-language.ts';

const GROUP =
  "(?:notre|nos|l'|le|la|les|mon) ?(?:\\p{L}+ )?(?:équipes?|service(?: \\p{L}+)?|technicien\\p{L}*|support|atelier|cuisine|collègues|conseillers)";
const COLLEAGUE =
  "(?:une? (?:de (?:mes|nos) )?(?:collègues?|conseill\\p{L}+|technicien\\p{L}*|collaborat\\p{L}+|responsable|agent)|(?:mon|ma) collègue(?: \\p{L}+)?|quelqu'un|l'un de nos \\p{L}+|(?:monsieur|madame|m\\.|mme) \\p{L}+)";
const OTHERS = `(?:${GROUP}|${COLLEAGUE})`;
const YOU = "(?:vous |te |t')";
/** Who does it: a pronoun, one of ours, or what "and" goes on with. */
const WE = `(?:je|j'|nous|on|(?:et|puis)(?: je| nous)?|${OTHERS})`;
const SOON = "(?:(?:le|la|les|l'|lui|y|en|aussi|vite|rapidement|immédiatement) ?)*";

const TELLING =
  '(?:re)?contacte(?:rai|rons|ra|z)?|(?:re)?contactons|rappell?e(?:rai|rons|ra)?|rappelons|appelle(?:rai|rons|ra)?|appelons|informe(?:rai|rons|ra)?|informons|préviens|prévenons|préviendr(?:ai|ons|a)|écri(?:s|t|vons|rai|rons|ra)|répond(?:s|ons|rai|rons|ra)|réponds|tien(?:s|drai|drons|dra)|tenons|confirme(?:rai|rons|ra)?|confirmons|reviens|revenons|reviendr(?:ai|ons|a)|donne(?:rai|rons|ra)?|donnons|ferai|ferons|fera|fais|faisons|dis|dirai|dirons|apporte(?:rai|rons|ra)|avertirai|avertirons|transmettr(?:ai|ons|a)';
const TELL_INFINITIVE =
  '(?:re)?contacter|rappeler|appeler|informer|prévenir|écrire|répondre|tenir (?:au courant|informée?s?)|revenir vers|confirmer|donner|faire (?:un retour|savoir)|dire|apporter|avertir';
const PREPARING =
  "vérifie(?:rai|rons|ra)?|vérifions|regarde(?:rai|rons|ra)?|regardons|renseigne(?:rai|rons)?|renseignons|demande(?:rai|rons|ra)?|demandons|cherche(?:rai|rons)?|cherchons|examine(?:rai|rons|ra)?|examinons|m'en occupe|occupe(?:rai|rons)?|étudie(?:rai|rons|ra)?|étudions|interroge(?:rai|rons)?";
const PREPARE_INFINITIVE =
  "vérifier|regarder|(?:me |nous )?renseigner|demander|chercher|examiner|m'en occuper|voir (?:ça|cela|avec)|étudier|enquêter|faire le point";
const HELPING =
  'envoie|envoyons|enverr(?:ai|ons|a)|rembourse(?:rai|rons|ra)?|remboursons|remplace(?:rai|rons|ra)?|remplaçons|répare(?:rai|rons|ra)?|réparons|échange(?:rai|rons|ra)?|livre(?:rai|rons|ra)|expédie(?:rai|rons|ra)?|expédions|réexpédi(?:e|ons|erons|erai)|corrige(?:rai|rons|ra)?|corrigeons|annule(?:rai|rons|ra)?|annulons|règle(?:rai|rons|ra)?|réglons|réglerons|crédite(?:rai|rons|ra)?|créditons|résoudr(?:ai|ons|a)|rembourserons|réserve(?:rai|rons)?|débloque(?:rai|rons|ra)?|renvoie|renvoyons|renverr(?:ai|ons|a)';
const HELP_INFINITIVE =
  'envoyer|renvoyer|rembourser|remplacer|réparer|échanger|livrer|expédier|corriger|annuler|régler|créditer|résoudre|réserver|débloquer|arranger';
const GOING = `(?:je vais|nous allons|on va|(?:et|puis) (?:vais|allons|va)|${OTHERS} va) ${SOON}`;
const GIVEN =
  '(?:réponse|nouvelles|retour|suite|savoir|courant|informée?s?|vers (?:vous|toi)|mise à jour|point)';

const phrases: Phrase[] = [
  {
    says: wholeWords(
      `${WE} ?(?:ne manquer(?:ai|ons) pas de )?${YOU}(?:en )?(?:${TELLING})(?: [^.,;!?]{0,30}?${GIVEN})?`,
    ),
  },
  {
    says: wholeWords(
      `(?:je reviens|nous revenons|on revient|je reviendrai|nous reviendrons|${OTHERS} reviendra|(?:et|puis) (?:je |nous )?(?:reviens|revenons|reviendrai|reviendrons)) (?:[^.,;!?]{0,20} )?vers (?:vous|toi)`,
    ),
  },
  { says: wholeWords(`${GOING}${YOU}?(?:${TELL_INFINITIVE})`) },
  {
    says: wholeWords(
      `(?:je|nous) (?:ferai|ferons|fais|faisons|donnerai|donnerons|donne|donnons) (?:un retour|une réponse|des nouvelles)`,
    ),
  },
  {
    says: wholeWords(
      `(?:vous aurez|tu auras|vous recevrez|tu recevras) (?:[^.,;!?]{0,30}? )?(?:de nos nouvelles|de mes nouvelles)`,
    ),
  },
  {
    says: wholeWords(
      `(?:vous saurez|tu sauras)|(?:vous aurez|tu auras|vous recevrez|tu recevras|vous serez|tu seras) (?:[^.,;!?]{0,30}? )?(?:réponse|retour|nouvelles|informations?|mise à jour|appel|remplacement|contactée?s?|rappelée?s?|informée?s?|remboursée?s?)`,
    ),
    needsTime: true,
  },
  { says: wholeWords(`${WE} ?(?:${YOU})?${SOON}(?:${HELPING})`) },
  { says: wholeWords(`${GOING}${YOU}?${SOON}(?:${HELP_INFINITIVE})`) },
  {
    says: wholeWords(
      `(?:je m'engage|nous nous engageons|je vous promets|je te promets|nous vous promettons|promis,? je) (?:à |de )?(?:vous |te )?(?:${TELL_INFINITIVE}|${HELP_INFINITIVE}|${TELLING})`,
    ),
  },
  {
    says: wholeWords(
      '(?:sera|seront) (?:bien |aussi )?(?:réparée?s?|remplacée?s?|remboursée?s?|envoyée?s?|expédiée?s?|réglée?s?|résolue?s?|corrigée?s?|traitée?s?|débloquée?s?|réactivée?s?|activée?s?|prête?s?|rétablie?s?)',
    ),
    needsTime: true,
  },
  { says: wholeWords(`${WE} ?(?:me |m'|nous )?(?:vous |te )?${SOON}(?:${PREPARING})`), preparing: true },
  { says: wholeWords(`${GOING}${YOU}?(?:${PREPARE_INFINITIVE})`), preparing: true },
  {
    says: wholeWords(`(?:laissez|laisse)-(?:moi|nous) (?:[^.,;!?]{0,20} )?(?:${PREPARE_INFINITIVE})`),
    preparing: true,
  },
  {
    says: wholeWords('(?:donnez|donne|laissez|laisse)-(?:moi|nous) (?:jusqu|une|un|\\d|quelques)'),
    needsTime: true,
  },
  {
    says: wholeWords(
      '(?:je ferai|nous ferons|on fera|je fais|nous faisons) (?:le nécessaire|un remboursement)',
    ),
  },
  { says: wholeWords(`${OTHERS} (?:passera|viendra|passe|vient)`), needsTime: true },
  {
    says: wholeWords(
      `${WE} ?(?:vous |te |le |la |les |l')*(?:transmets|transmettons|transmettr(?:ai|ons)|vais (?:le |la )?transmettre|allons (?:le |la )?transmettre)`,
    ),
    needsTime: true,
  },
];

/** How French promises. */
export const french: PromiseLanguage = inPhrases({
  time,
  phrases,
  and: 'et|mais|puis|ensuite|alors|ou|donc',
  unsaid:
    "(?<!manquerai |manquerons )pas(?! plus tard| de souci| manquer)|jamais|aucune?|rien|peut-être|éventuellement|pourr(?:ais|ait|ions|aient)|(?:\\p{L}+)(?:erions|erais|rions|rais)|normalement|généralement|d'habitude|toujours|hier|déjà|habituellement|chaque|tous les jours|actuellement|en train",
  reported:
    "(?:a|ont|avez|as|avait|avais) (?:dit|promis|écrit|affirmé)|disait|disent|m'a dit|espère|espérons|espérer|crois|pense|imagine|dommage|avant que|jusqu'à ce que|comment|pourquoi",
  condition:
    "(?:informons|informe|rappelons|confirmons|confirme|signalons|précisons) (?:de ce )?qu(?:e|'\\p{L}+)|(?:envoyez|écrivez|donnez|indiquez|communiquez)-nous|(?:envoie|écris|donne|indique)-nous|(?:merci de|veuillez) nous (?:envoyer|communiquer|indiquer|écrire)|si|s'il|s'ils|à condition|au cas où|à moins|dès que (?:vous|tu)|une fois que (?:vous|tu)|quand (?:vous|tu)|lorsque (?:vous|tu)",
  whether:
    /(?:vérifi|regard|renseign|demand|savoir|voir|dire|dirai|dirons|confirm|cherch)\p{L}*[^,.;]{0,40}?\s(?:si|s'ils?)(?![\p{L}])/iu,
  nod: "d'accord|ok|ça (?:vous |te )?(?:va|convient)(?: \\?)?|cela vous convient(?:-il)?|est-ce que ça (?:vous |te )?(?:va|convient)|n'est-ce pas",
  ofAll:
    '(?:tous?|toutes?|chaque) (?:les |vos |nos |ces )?(?:messages?|demandes?|clients?|e-?mails?|questions?|commentaires?)',
  timeBegins:
    "(?:(?:et|sans doute|au plus tard|soit) )?(?:d'ici|avant|dans|sous|à|au plus tard|aujourd'hui|demain|ce|cet|cette|le|la semaine|la fin|en|dès|vers|lundi|mardi|mercredi|jeudi|vendredi)",
  polite:
    'désolée?s?|excus\\p{L}+|pardon|navrée?s?|merci|bonjour|bonsoir|salut|compren\\p{L}+|patience|cordialement|bonne (?:journée|soirée)|regrett\\p{L}+|bien noté|entendu|chère?s?',
  who: {
    me: wholeWords(
      "je|j'|\\p{L}+erai|reviendrai|ferai|enverrai|tiendrai|laissez-moi|laisse-moi|donnez-moi|mes nouvelles|vais",
    ),
    team: wholeWords(GROUP),
    colleague: wholeWords(COLLEAGUE),
  },
});

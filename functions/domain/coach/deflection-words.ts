import { wholeWords } from '../whole-words.ts';

/** Where nobody answers by name, in the languages beside English. */
const SENDING: readonly RegExp[] = [
  // German
  wholeWords(
    '(?:wenden sie sich|wende dich) (?:bitte |dazu |dafür |direkt )*an|bitte (?:kontaktieren sie|kontaktiere|melden sie sich bei|melde dich bei)|kontaktieren sie (?:bitte )?(?:uns|unsere?n?|den|die|das)|rufen sie (?:bitte )?(?:uns|unsere?n?|bei|den|die)|(?:besuchen|nutzen) sie (?:bitte )?(?:unsere?|die|das) (?:\\p{L}+ )?(?:web\\p{L}*|faqs?|hilfe\\p{L}*|seite|kontaktformular|formular|homepage|filiale)|(?:schauen|sehen) sie (?:bitte )?(?:auf|in) (?:unsere[rn]?|der|die|den) (?:\\p{L}+ )?(?:web\\p{L}*|faqs?|hilfe\\p{L}*|homepage)|(?:schreiben|mailen) sie (?:bitte )?(?:eine e-?mail )?an',
  ),
  // French
  wholeWords(
    "(?:veuillez|merci de|il faut|vous devez|vous pouvez) (?:directement )?(?:contacter|appeler|vous adresser|consulter|vous rapprocher|vous rendre sur|joindre|écrire à)|adressez-vous|rapprochez-vous|contactez(?:-nous| (?:notre|le|la|les|l'))|appelez(?:-nous| (?:notre|le|la|les|l'))|rendez-vous sur (?:notre|le) (?:site|page)|consultez (?:notre|nos|la|les|le) (?:site|faq|page|aide|rubrique|conditions)|écrivez à",
  ),
  // Spanish
  wholeWords(
    '(?:póngase|ponte|pónganse|debe ponerse|puede ponerse) en contacto con|contacte?a? (?:con|a(?:l)?)|contacta (?:con|a(?:l)?)|(?:llám[ea]nos|llame al?|llama al?)|(?:diríjase|dirígete) al?|(?:consulte|consulta|visite|visita) (?:nuestra|la|el|nuestro|las|nuestras) (?:\\p{L}+ )?(?:web|página|faqs?|sitio|sección|preguntas|ayuda)|(?:acuda|acude) al?|(?:escriba|escribe) (?:un correo )?al?|(?:debe|tiene que|puede) (?:contactar|llamar|dirigirse|acudir)',
  ),
  // Italian
  wholeWords(
    "(?:contatti|contatta|contattate|chiami|chiama) (?:il|lo|la|i|le|l'|al|allo|il nostro)|(?:ci|mi) contatti|contattaci|(?:si rivolga|rivolgiti|rivolgetevi|deve rivolgersi|può rivolgersi) (?:al|allo|alla|ai|all'|a)|(?:visiti|visita|consulti|consulta) (?:il|la|le|i|lo)? ?(?:nostro|nostra|nostre)? ?(?:sito|pagina|faq|sezione)|(?:scriva|scrivi) (?:una mail )?(?:a|all')|(?:deve|può|bisogna) (?:contattare|chiamare)",
  ),
  // Portuguese
  wholeWords(
    '(?:entre|entrar|favor entrar) em contat?c?to (?:com|pelo|pela|através|conosco|connosco)|(?:contate|contacte|contate-nos|contacte-nos)(?: (?:o|a|os|as|nosso|nossa))?|(?:ligue|liga) para (?:o|a|os|nosso|nossa|nós)|(?:dirija-se|dirige-te) (?:à|ao|a)|(?:consulte|consulta|visite|acesse|aceda a?o?) (?:o|a|as|os)? ?(?:nosso|nossa|nossas)? ?(?:site|página|faqs?|portal|ajuda)|(?:escreva|envie um e-?mail) para|(?:deve|pode|precisa) (?:contatar|contactar|ligar|dirigir-se)',
  ),
  // Dutch
  wholeWords(
    '(?:neem|neemt u) (?:dan |hiervoor |daarvoor |hierover |alstublieft )*contact (?:met [^.,;!?]{2,40} op|op met)|(?:u kunt|je kunt|u dient|u moet) (?:\\p{L}+ ){0,2}contact opnemen met|(?:bel|belt u) (?:dan )?(?:ons|de|onze|met|het)|wend(?:t)? (?:u|je) tot|(?:ga|gaat u) naar (?:onze|de) (?:\\p{L}+ )?(?:website|site|pagina|faq|winkel|balie)|kijk(?:t u)? (?:even )?op (?:onze|de) (?:\\p{L}+ )?(?:website|site|pagina|faq)|raadpleeg (?:onze|de)|(?:stuur|mail)(?: een e-?mail)? naar',
  ),
];
/** Words that go on with it in this very place, as a private message does. */
const HERE = wholeWords(
  'dm|pn|mp|direktnachricht|privatnachricht|private nachricht|privat|message privé|en privé|messages privés|mensaje privado|por privado|privado|messaggio privato|in privato|privato|mensagem privada|mensagem direta|inbox|privébericht|direct message|privé',
);

/** What an answer in other languages than English offers beside what it says. */
export const FOREIGN_OFFER = wholeWords(
  "falls (?:sie|du)|wenn (?:sie|du)|bei (?:weiteren )?fragen|jederzeit|alternativ|auch gern|si vous (?:avez|souhaitez|préférez|voulez)|n'hésitez pas|à tout moment|si (?:tiene|tienes|necesita|prefiere|lo prefiere|quiere)|cualquier (?:duda|otra)|no dude|se (?:ha|hai|avesse|preferisce|desidera|vuole)|per qualsiasi|in qualsiasi momento|se (?:tiver|precisar|preferir|quiser)|qualquer dúvida|fique à vontade|als (?:u|je) (?:nog|liever|wilt|vragen)|mocht (?:u|je)|heeft u nog|gerust",
);
/** A customer who asks how to reach somebody, in other languages than English. */
export const FOREIGN_ASKED_FOR_CONTACT = wholeWords(
  'telefonnummer|welche nummer|e-?mail-?adresse|wie (?:kann|erreiche|komme) ich|an wen|wo kann ich anrufen|numéro|adresse e-?mail|comment (?:puis-je )?(?:vous )?(?:contacter|joindre)|à qui|teléfono|correo|cómo (?:puedo )?(?:contactar|llamar)|a quién|numero|come (?:posso )?contattar\\p{L}*|a chi|telefone|como (?:posso )?(?:entrar em contato|contactar|contatar|ligar)|a quem|telefoonnummer|hoe kan ik (?:jullie|u)|met wie|e-?mailadres',
);
/** Somebody by name, in other languages than English. */
export const FOREIGN_NAMED =
  /(?:[Kk]olleg(?:e|in|en)|[Cc]ollègue|[Cc]ompañer[oa]|[Cc]ollega|[Cc]olega|M\.|Mme|Madame|Monsieur|Sra?\.|[Ss]eñora?|Sig\.(?:ra)?|[Ss]ignora?|[Ss]enhora?|[Dd]hr\.|[Mm]evrouw|[Mm]eneer),? \p{Lu}\p{Ll}+/u;

/** Whether a sentence in another language than English sends the customer elsewhere. */
export function sendsElsewhere(sentence: string): boolean {
  return !HERE.test(sentence) && SENDING.some((words) => words.test(sentence));
}

import { portuguese as time } from '../time-words/portuguese.ts';
import { wholeWords } from '../whole-words.ts';
import { inPhrases, type Phrase } from './phrases.ts';
import type { PromiseLanguage } from './promise-language.ts';

const GROUP =
  '(?:a nossa|o nosso|nossa|nosso|nossos|os nossos|a|o|os) (?:\\p{L}+ )?(?:equipe|equipa|time|departamento|suporte|serviço(?: de \\p{L}+)?|atendimento|técnicos|oficina|cozinha|colegas|setor(?: \\p{L}+)?)(?: d[eao] \\p{L}+| técnic[oa])?';
const COLLEAGUE =
  '(?:(?:um|uma) (?:colega|técnic\\p{L}|atendente|especialista|consultor\\p{L}?|responsável|dos nossos \\p{L}+)|(?:o meu|a minha|meu|minha) colega(?: \\p{L}+)?|alguém(?: d[aoe] \\p{L}+(?: \\p{L}+)?)?|(?:o sr\\.|a sra\\.|o senhor|a senhora) \\p{L}+)';
const OTHERS = `(?:${GROUP}|${COLLEAGUE})`;
const YOU = '(?:te|lhe|lhes|o|a|os|as|vos|me|nos)';
const WE = `(?:eu|nós|a gente|${OTHERS})`;

const future = (stems: string) => `(?:${stems})(?:ei|emos|á|ão)`;

const TELL_STEMS =
  'ligar|contatar|contactar|escrever|responder|informar|avisar|comunicar|confirmar|notificar|retornar|atualizar|telefonar|dir';
const TELL_INFINITIVE =
  '(?:ligar|contatar|contactar|escrever|responder|informar|avisar|comunicar|confirmar|notificar|retornar|atualizar|telefonar|dizer(?! à| ao)|(?:contat|contact|inform|avis|notific|atualiz)á-l[oa]s?|dar (?:um retorno|uma resposta|notícias|retorno)|entrar em contat?c?to|manter|falar com (?:você|o senhor|a senhora))';
const TELL_NOW =
  'ligo|ligamos|contato|contatamos|contactamos|contacto|escrevo|escrevemos|respondo|respondemos|informo|informamos|aviso|avisamos|confirmo|confirmamos|retorno|retornamos|digo|dizemos|mantenho|mantemos';
const PREPARE_INFINITIVE =
  '(?:verificar|checar|consultar|perguntar|olhar|investigar|averiguar|apurar|analisar|ver|confirmar com|descobrir|tratar d\\p{L}+|falar com|dar uma olhada)';
const PREPARE_STEMS =
  'verificar|checar|consultar|perguntar|investigar|averiguar|apurar|analisar|descobrir|tratar|ver';
const PREPARE_NOW =
  'verifico|verificamos|checo|checamos|consulto|consultamos|pergunto|perguntamos|analiso|analisamos|averiguo|averiguamos';
const HELP_STEMS =
  'enviar|mandar|reembolsar|devolver|reparar|consertar|trocar|substituir|solucionar|resolver|corrigir|cancelar|creditar|entregar|reenviar|arranjar|desbloquear|reservar|far|estornar';
const HELP_INFINITIVE =
  '(?:enviar|mandar|reembolsar|devolver|reparar|consertar|trocar|substituir|solucionar|resolver|corrigir|cancelar|creditar|entregar|reenviar|arranjar|estornar|desbloquear)';
const HELP_NOW =
  'envio|enviamos|mando|mandamos|reembolsamos|trocamos|resolvemos|resolvo|reenviamos|devolvemos|substituímos';
const GOING = `(?:(?:${WE} )?(?:${YOU} )?(?:vou|vamos|irei|iremos)|${OTHERS} (?:${YOU} )?(?:vai|irá)|a gente (?:${YOU} )?vai)`;

const phrases: Phrase[] = [
  {
    says: wholeWords(
      `(?:${WE} )?(?:entrarei|entraremos|entrará|entro|entramos) em contat?c?to|${GOING} entrar em contat?c?to`,
    ),
  },
  {
    says: wholeWords(
      `(?:${WE} )?(?:${YOU} )?(?:${future(TELL_STEMS)})|(?:${TELL_STEMS})-(?:lhe|te|lo|la|vos)-(?:ei|emos|á)`,
    ),
  },
  {
    says: wholeWords(
      `(?:${WE} )?(?:(?:${YOU} )(?:${TELL_NOW})|(?:ligo|ligamos|escrevo|escrevemos|respondo|respondemos|aviso|avisamos|informamos|retorno|retornamos)(?:-(?:lhe|te|o|a)| (?:para )?(?:você|o senhor|a senhora|de volta))|dou (?:um retorno|uma resposta)|damos (?:um retorno|retorno|uma resposta))`,
    ),
  },
  {
    says: wholeWords(
      `(?:${WE} )?(?:(?:${YOU} )?(?:darei|daremos|dará|dou|damos) (?:um retorno|retorno|uma resposta|resposta|notícias)|(?:manterei|manteremos|mantê-l[oa]-emos) (?:[^.,;!?]{0,12} )?(?:informad[oa]|a par))`,
    ),
  },
  { says: wholeWords(`${GOING} (?:${YOU} )?${TELL_INFINITIVE}(?:-(?:lhe|te|lo|la))?`) },
  {
    says: wholeWords(
      '(?:terá|receberá|terás|receberás|vai (?:ter|receber)) (?:[^.,;!?]{0,20} )?(?:notícias nossas|nossas notícias|notícias minhas)',
    ),
  },
  {
    says: wholeWords(
      '(?:terá|receberá|terás|receberás|vai (?:ter|receber)|você recebe) (?:[^.,;!?]{0,20} )?(?:resposta|retorno|notícias|atualização|informações|contato|contacto|ligação|chamada|mensagem)|será (?:contatad[oa]|contactad[oa]|informad[oa]|avisad[oa])',
    ),
    needsTime: true,
  },
  {
    says: wholeWords(
      `(?:${WE} )?(?:${YOU} )?(?:${future(HELP_STEMS)})|(?:${HELP_STEMS})-(?:lhe|te|lo|la)-(?:ei|emos|á)`,
    ),
  },
  { says: wholeWords(`(?:${YOU} )(?:${HELP_NOW})|(?:envio|enviamos|mando|mandamos)-(?:lhe|te)`) },
  { says: wholeWords(`${GOING} (?:${YOU} )?${HELP_INFINITIVE}(?:-(?:lhe|te|lo|la))?`) },
  {
    says: wholeWords(
      `(?:prometo|prometemos|comprometo-me a|me comprometo a|nos comprometemos a|garanto que vou) (?:que )?(?:${YOU} )?(?:${TELL_INFINITIVE}|${HELP_INFINITIVE}|vou \\p{L}+)`,
    ),
  },
  {
    says: wholeWords(
      '(?:estará|será|ficará|serão|estarão) (?:[^.,;!?]{0,15} )?(?:resolvid[oa]s?|solucionad[oa]s?|consertad[oa]s?|reparad[oa]s?|pront[oa]s?|enviad[oa]s?|reembolsad[oa]s?|corrigid[oa]s?|desbloquead[oa]s?|ativad[oa]s?|reativad[oa]s?|substituíd[oa]s?|trocad[oa]s?)',
    ),
    needsTime: true,
  },
  { says: wholeWords(`${GOING} (?:${YOU} )?${PREPARE_INFINITIVE}`), preparing: true },
  { says: wholeWords(`(?:${WE} )?(?:${YOU} )?(?:${future(PREPARE_STEMS)})`), preparing: true },
  {
    says: wholeWords(`(?:${YOU} |eu |nós )(?:${PREPARE_NOW})|(?:${PREPARE_NOW}) (?:isso|com|o|a|se|e|já)`),
    preparing: true,
  },
  {
    says: wholeWords(`(?:deixe-me|deixe-nos|deixa-me|me deixe|me deixa|permita-me) ${PREPARE_INFINITIVE}`),
    preparing: true,
  },
  { says: wholeWords('(?:dê-me|dê-nos|me dê|nos dê|dá-me|me dá) (?:até|uma?|\\d|meia)'), needsTime: true },
  { says: wholeWords('(?:farei|faremos) (?:o reembolso|a devolução|a troca|o envio)') },
  { says: wholeWords(`(?:o técnico|a técnica|${OTHERS}) (?:vai|irá|virá|passará)`), needsTime: true },
  {
    says: wholeWords(
      `(?:${WE} )?(?:encaminharei|encaminharemos|encaminhamos|vou encaminhar|vamos encaminhar)`,
    ),
    needsTime: true,
  },
];

/** How Portuguese promises, on both sides of the ocean. */
export const portuguese: PromiseLanguage = inPhrases({
  time,
  phrases,
  and: 'e|mas|depois|então|ou|em seguida',
  unsaid:
    'não(?! mais tarde| se preocup\\p{L}+)|nunca|jamais|nenhum[a]?|ninguém|nada|talvez|quem sabe|possivelmente|provavelmente|tomara|poderia(?:mos)?|\\p{L}+aríamos|\\p{L}+eríamos|normalmente|geralmente|sempre|ontem|já(?! já)|costumamos|cada|todos os dias|atualmente|estamos|estou',
  reported:
    '(?:tinha|tinham|havia) (?:dito|prometido)|disse|disseram|dizem|diz|prometeu|prometeram|garantiu|espero|esperamos|acho|achamos|penso|imagino|até que|antes que|como|por que|porque',
  condition:
    '(?:informamos|informo|lembramos|comunicamos|confirmamos|confirmo|avisamos) que|(?:envie|mande|escreva|diga|indique)-nos|nos (?:envie|mande|escreva|informe)|(?:envia|manda)-nos|se(?! preocup)|(?<!o )caso|desde que|a menos que|(?:assim que|quando|logo que|depois que) (?:você|o senhor|a senhora|nos|me|recebermos)|salvo',
  whether:
    /(?:verific|chec|consult|pergunt|ver|averig|apur|confirm|inform|diz|sab|descobr|olhar|avis|diremos|direi)\p{L}*[^,.;]{0,40}?\sse(?![\p{L}])/iu,
  nod: 'ok|tá|tudo bem|pode ser|certo|está bem|tá bom|combinado|de acordo|sim',
  ofAll:
    '(?:tod[oa]s|cada|qualquer) (?:[oa]s )?(?:noss[oa]s |seus )?(?:mensage(?:m|ns)|pedidos?|solicitaç\\p{L}+|clientes?|e-?mails?|perguntas?|comentários?|contat?c?tos?)',
  timeBegins:
    '(?:(?:e|no máximo|o mais tardar|provavelmente) )?(?:até|em|dentro|às|antes|hoje|amanhã|depois|ainda|esta|este|nesta|neste|no|na|nas|o mais tardar|pela|daqui)',
  polite:
    'desculp\\p{L}+|lament\\p{L}+|sinto muito|sentimos muito|perdão|obrigad[oa]|olá|oi|bom dia|boa (?:tarde|noite)|entend\\p{L}+|compreend\\p{L}+|paciência|atenciosamente|abraços?|car[oa]|claro|com certeza|cumprimentos',
  who: {
    me: wholeWords(
      'eu|vou|irei|\\p{L}+rei(?:-\\p{L}+)?|entro|ligo|escrevo|respondo|aviso|informo|confirmo|retorno|digo|dou|verifico|checo|consulto|envio|mando|prometo|deixe-me|deixa-me|me deixe|me deixa|permita-me|dê-me|me dê|dá-me|\\p{L}+-(?:lhe|te)-ei',
    ),
    team: wholeWords(GROUP),
    colleague: wholeWords(COLLEAGUE),
  },
});

import { spanish as time } from '../time-words/spanish.ts';
import { wholeWords } from '../whole-words.ts';
import { inPhrases, type Phrase } from './phrases.ts';
import type { PromiseLanguage } from './promise-language.ts';

const GROUP =
  '(?:nuestro|nuestra|nuestros|el|la|los|mi) (?:\\p{L}+ )?(?:equipo|departamento|servicio|soporte|técnicos|taller|cocina|compañeros|almacén)(?: (?:de|técnico) ?\\p{L}*)?';
const COLLEAGUE =
  '(?:(?:un|una) (?:compañer\\p{L}|colega|técnic\\p{L}|asesor\\p{L}?|agente|responsable|especialista)|mi (?:compañer\\p{L}|colega)(?: \\p{L}+)?|alguien(?: (?:de|del) \\p{L}+(?: \\p{L}+)?)?|un[oa] de nuestr[oa]s \\p{L}+|(?:el señor|la señora|sr\\.|sra\\.) \\p{L}+)';
const OTHERS = `(?:${GROUP}|${COLLEAGUE})`;
const YOU = '(?:te|le|les|os|lo|la|los|las|se lo|se la|te lo|te la|me|nos)';

/** The first person of the future and the present: -aré, -aremos, -amos, and the third for others of ours. */
const future = (stems: string) => `(?:${stems})(?:é|emos|á|án)`;

const TELL = future(
  'llamar|contactar|escribir|responder|contestar|informar|avisar|comunicar|confirmar|notificar|devolver(?=\\p{L}* la llamada)|dir|mantendr|dar|mandar(?=\\p{L}* (?:un mensaje|noticias|una respuesta))',
);
const TELL_NOW =
  'llamo|llamamos|contacto|contactamos|escribo|escribimos|respondo|respondemos|contesto|contestamos|informo|informamos|aviso|avisamos|confirmo|confirmamos|digo|decimos|cuento|contamos|mantengo|mantenemos|notificamos';
const TELL_INFINITIVE =
  '(?:llamar|contactar|escribir|responder|contestar|informar|avisar|confirmar|dar|decir|mantener|notificar)(?:te|le|les|os|lo|la)?';
const PREPARE = future(
  'revisar|comprobar|verificar|consultar|preguntar|mirar|investigar|averiguar|ver|comentar|estudiar|analizar',
);
const PREPARE_NOW =
  'reviso|revisamos|compruebo|comprobamos|verifico|verificamos|consulto|consultamos|pregunto|preguntamos|miro|miramos|averiguo|averiguamos|investigo|investigamos';
const PREPARE_INFINITIVE =
  '(?:revisar|comprobar|verificar|consultar|preguntar|mirar|investigar|averiguar|ver|trasladar|estudiar|comentar|hablar)(?:lo|la|los)?';
const HELP = future(
  'enviar|mandar|reembolsar|devolver|reparar|arreglar|cambiar|sustituir|reemplazar|solucionar|resolver|corregir|cancelar|abonar|ingresar|entregar|reenviar|tramitar|gestionar|reservar|desbloquear|traer|recoger|har',
);
const HELP_NOW =
  'envío|enviamos|mando|mandamos|reembolsamos|devolvemos|cambiamos|reemplazamos|solucionamos|resolvemos|abonamos|reenviamos|arreglamos';
const HELP_INFINITIVE =
  '(?:enviar|mandar|reembolsar|devolver|reparar|arreglar|cambiar|sustituir|reemplazar|solucionar|resolver|corregir|cancelar|abonar|entregar|reenviar|tramitar|gestionar)(?:te|le|les|os|lo|la|los|las|selo|telo)?';
const GOING = `(?:(?:${YOU} )?(?:voy|vamos) a|${OTHERS} (?:${YOU} )?va a)`;

const phrases: Phrase[] = [
  {
    says: wholeWords(
      `(?:${OTHERS} )?(?:${YOU} )+(?:${TELL})(?! al equipo| a nuestro equipo| al personal| a l[oa]s compañer)`,
    ),
  },
  { says: wholeWords(`(?:${YOU} )(?:${TELL_NOW})`) },
  {
    says: wholeWords(
      `(?:${OTHERS} )?(?:me|nos|se) (?:pondré|pondremos|pondrá|pongo|ponemos|comunicaré|comunicaremos|comunicará) (?:de nuevo )?(?:en contacto )?con (?:usted(?:es)?|vosotros|contigo)`,
    ),
  },
  {
    says: wholeWords(`(?:${OTHERS} )?(?:me pondré|nos pondremos|se pondrá|me pongo|nos ponemos) en contacto`),
  },
  {
    says: wholeWords(
      `(?:te|le|les|os) (?:daré|daremos|doy|damos|tendré|tendremos|mantendré|mantendremos|mantengo|mantenemos) (?:[^.,;!?]{0,20} )?(?:respuesta|noticias|al tanto|informad[oa]s?|al corriente|novedades|contestación)`,
    ),
  },
  { says: wholeWords(`${GOING} ${TELL_INFINITIVE}`) },
  {
    says: wholeWords(
      '(?:tendrá|tendrás|recibirá|recibirás|tendrán|recibirán) (?:[^.,;!?]{0,25} )?(?:noticias nuestras|noticias mías)',
    ),
  },
  {
    says: wholeWords(
      '(?:tendrá|tendrás|recibirá|recibirás|tendrán|recibirán) (?:[^.,;!?]{0,25} )?(?:respuesta|noticias|información|llamada|novedades|reembolso nuestro|repuesto|mensaje)',
    ),
    needsTime: true,
  },
  {
    says: wholeWords(
      `(?:${OTHERS} )?(?:${YOU} )+(?:${HELP})|(?:${OTHERS} )?${future('reembolsar|solucionar|resolver|reparar|arreglar|sustituir|reemplazar|corregir|reenviar')}`,
    ),
  },
  { says: wholeWords(`(?:${YOU} )+(?:${HELP_NOW})`) },
  { says: wholeWords(`${GOING} ${HELP_INFINITIVE}`) },
  {
    says: wholeWords(
      `(?:prometo|prometemos|me comprometo a|nos comprometemos a) (?:${TELL_INFINITIVE}|${HELP_INFINITIVE}|que (?:${YOU} )+(?:${TELL}|${HELP}))`,
    ),
  },
  {
    says: wholeWords(
      '(?:estará|quedará|será|estarán|serán|quedarán) (?:[^.,;!?]{0,15} )?(?:resuelt[oa]s?|solucionad[oa]s?|arreglad[oa]s?|reparad[oa]s?|list[oa]s?|enviad[oa]s?|reembolsad[oa]s?|corregid[oa]s?|desbloquead[oa]s?|activad[oa]s?|reactivad[oa]s?|sustituid[oa]s?)',
    ),
    needsTime: true,
  },
  { says: wholeWords(`(?:${OTHERS} )?(?:${YOU} )*(?:${PREPARE})`), preparing: true },
  {
    says: wholeWords(
      `(?:${YOU} )+(?:${PREPARE_NOW})|(?:reviso|compruebo|consulto|pregunto|averiguo|consultamos|averiguamos) (?:con|el|la|a|qué|si|lo|su|tu)`,
    ),
    preparing: true,
  },
  { says: wholeWords(`${GOING} ${PREPARE_INFINITIVE}`), preparing: true },
  {
    says: wholeWords(
      `(?:déjame|déjeme|déjanos|déjenos|permítame|permíteme|permítanos) (?:que )?(?:${PREPARE_INFINITIVE}|(?:lo )?(?:compruebe|consulte|revise|mire|pregunte))`,
    ),
    preparing: true,
  },
  {
    says: wholeWords('(?:deme|déme|dame|denos|dadnos|danos) (?:hasta|una?|\\d|media|unos)'),
    needsTime: true,
  },
  { says: wholeWords('(?:haré|haremos) (?:la devolución|el reembolso|el cambio|el envío|lo posible)') },
  { says: wholeWords(`(?:el técnico|la técnica|${OTHERS}) (?:irá|vendrá|pasará)`), needsTime: true },
  { says: wholeWords(`(?:${YOU} )*(?:trasladaré|trasladaremos|traslado|trasladamos)`), needsTime: true },
];

/** How Spanish promises. */
export const spanish: PromiseLanguage = inPhrases({
  time,
  phrases,
  and: 'y|e|pero|luego|después|o|entonces|además',
  unsaid:
    'no(?! más tarde)|nunca|jamás|ningun[ao]?|nadie|nada|quizás?|tal vez|a lo mejor|posiblemente|ojalá|podr[íi]a(?:mos)?|normalmente|habitualmente|generalmente|siempre|ayer|anoche|ya(?! mismo)|suelo|solemos|cada|todos los días|actualmente|estamos|antes de que',
  reported:
    '(?:ha|han|había|has|hemos) (?:dicho|prometido|escrito)|dijo|dijeron|dicen|dice|prometió|prometieron|aseguró|aseguraron|espero|esperamos|creo|creemos|pienso|imagino|hasta que|antes de que|cómo|por qué',
  condition:
    '(?:informamos|informo|recordamos|comunicamos|confirmamos|confirmo|avisamos) (?:de )?que|(?:envíe|manda|mánda|envía|escríbe|díga|indíque|dé|facilíte)nos|(?:envíenos|mándenos|escríbanos|díganos)|si|siempre que|en caso de|a menos que|en cuanto (?:nos|me|usted|tú|lo reciba)|cuando (?:nos|me|usted|tú)|una vez que (?:nos|me|usted)|salvo',
  whether:
    /(?:comprob|verific|consult|pregunt|mir|ver|averig|revis|confirm|inform|dir|dec|sab|compruebo|digo|avis)\p{L}*[^,.;]{0,40}?\ssi(?![\p{L}])/iu,
  nod: 'vale|de acuerdo|ok|(?:te|le) (?:parece|viene) bien|está bien|(?:te|le) va bien|sí|correcto',
  ofAll:
    '(?:tod[oa]s|cada|cualquier) (?:l[oa]s |nuestr[oa]s |sus )?(?:mensajes?|solicitud(?:es)?|consultas?|clientes?|correos?|preguntas?|comentarios?|peticiones)',
  timeBegins:
    '(?:(?:y|como muy tarde|a más tardar|seguramente) )?(?:antes|en|dentro|a las?|a más tardar|hoy|mañana|pasado|esta|este|el|para|hasta|sobre|como muy tarde|a lo largo|durante|la próxima)',
  polite:
    'lo siento|sentimos|disculp\\p{L}+|perdón|perdon\\p{L}*|lament\\p{L}+|gracias|hola|buen[oa]s (?:días|tardes|noches)|entiend\\p{L}+|entendemos|paciencia|saludos|un saludo|estimad[oa]|claro|por supuesto|querid[oa]',
  who: {
    me: wholeWords(
      'me pondré|me pongo|\\p{L}+ré|voy|llamo|escribo|respondo|aviso|digo|doy|prometo|me comprometo|déjame|déjeme|permítame|permíteme|dame|deme|déme|reviso|compruebo|consulto|envío|mando',
    ),
    team: wholeWords(GROUP),
    colleague: wholeWords(COLLEAGUE),
  },
});

import { casual } from 'chrono-node/es';
import { wholeWords } from '../whole-words.ts';
import { counted, duration, type TimeWords } from './time-words.ts';

const NUMBERS = 'una dos tres cuatro cinco seis siete ocho nueve diez once doce';
const NUMBER = NUMBERS.replaceAll(' ', '|');
const COUNT = `\\d{1,3}(?:,\\d)?|una?|${NUMBER}|media|un par de|quince|(?:la )?próxim[ao](?! semana| mes)`;
const UNIT = 'min(?:utos?)?|horas?|h|días? (?:hábil(?:es)?|laborables?)|días?|semanas?|quincena|mes(?:es)?';
const AT = 'a las?|antes de las?|hasta las?|sobre las?|para las?|hacia las?';

/** How Spanish speaks of the time by which something is done. */
export const spanish: TimeWords = {
  dates: casual,
  falseDates:
    /^(?:ahora|mar|mayo|sáb|dom|vie|jue|mié|lun)$|ayer|pasad[ao]|anoche|hace|un[oa]s|algun|varios|varias|poc[oa]s/iu,
  rewrites: [
    [
      /(?<![\p{L}])(?:el |la )?(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo|semana|mes) pasad[oa]/giu,
      ' ',
    ],
    [/(?<![\p{L}])pasado mañana/giu, 'pasadomañana'],
    [
      /(?<![\p{L}])(?:buenos días|buenas (?:tardes|noches)|buen (?:día|fin de semana)|(?:más|muy) tarde)(?![\p{L}])/giu,
      ' ',
    ],
    [
      /(?<![\p{L}])(?:su|tu|el|la) (?:pedido|reserva|vuelo|cita|entrega|mensaje|factura|tren|visita|paquete)(?: \S*\d\S*)? (?:del?|para|a) [^,;]*?(?=,|;| y | luego |$)/giu,
      ' ',
    ],
  ],
  numbers: { ...counted(NUMBERS), un: 1, media: 0.5, 'un par de': 2, quince: 15 },
  durations: [
    duration({
      before: 'en|dentro de|dame|dadnos|denos|déme|deme|danos|tras',
      about:
        'las?|los|el plazo de|un plazo de|un máximo de|máximo|próximas?|próximos?|siguientes?|menos de|unas|unos|aproximadamente|como mucho',
      count: COUNT,
      to: 'a|o',
      unit: UNIT,
      half: 'y media',
    }),
  ],
  units: [
    [/^min/iu, 'minutes'],
    [/^h/iu, 'hours'],
    [/^días? (?:háb|lab)/iu, 'working days'],
    [/^día/iu, 'days'],
    [/^semana/iu, 'weeks'],
    [/^quincena/iu, 'fortnights'],
    [/^mes/iu, 'months'],
  ],
  days: [
    [wholeWords('pasadomañana'), 2],
    [wholeWords('hoy|esta (?:mañana|tarde|noche)'), 0],
    [wholeWords('(?<!(?:la|esta) )mañana'), 1],
  ],
  dayOfMonth:
    /(?<![\p{L}])(?:el|antes del|hasta el|para el)(?: día)?\s+(?<day>\d{1,2})(?:[/.](?<month>\d{1,2}))?(?![\d:h]|\s*(?:h|de \p{L}))/iu,
  dayEnd: wholeWords(
    '(?:el |al )?(?:fin|final|finalizar|finales|acabar|terminar)(?: del?)? (?:el )?(?:día|jornada|la jornada|turno)(?: de hoy)?|antes de (?:cerrar|irnos)|antes del cierre|a lo largo del día|durante el día(?: de hoy)?',
  ),
  businessEnd: wholeWords('cierre de (?:la )?oficina|fin del horario laboral'),
  weekEnd: wholeWords(
    '(?:fin|final|finales|finalizar)(?: de)? (?:la |esta )semana|esta (?:misma )?semana|(?:final|finales) de semana|antes del fin de semana',
  ),
  weekend: wholeWords('(?:este|durante el|el) fin de semana(?<!antes del fin de semana)'),
  nextWeek: wholeWords(
    '(?:(?<early>(?:a )?(?:principios|comienzos|inicios) de)|(?<mid>a mediados de)|(?:a )?finales de)? ?(?:la )?(?:próxima semana|semana (?:que viene|próxima))',
  ),
  monthEnd: wholeWords('(?:fin|final|finales)(?: de| del)? mes|este mes'),
  nextMonth: wholeWords('(?:el )?(?:próximo mes|mes (?:que viene|próximo))'),
  dayParts: [
    [wholeWords('primera hora(?! de la tarde)'), 10],
    [wholeWords('(?:por|de|en|a) la mañana|esta mañana|mañana temprano'), 12],
    [wholeWords('mediodía'), 12],
    [wholeWords('tarde'), 20],
    [wholeWords('noche'), 23],
  ],
  night: wholeWords('medianoche'),
  noon: wholeWords('mediodía'),
  clock: [
    wholeWords(`entre las? \\d{1,2} y las? (?<hour>\\d{1,2})`),
    wholeWords(`(?:${AT})\\s+(?<halfPast>\\d{1,2}|${NUMBER}) y media`),
    wholeWords(`(?:${AT})\\s+(?<quarterPast>\\d{1,2}|${NUMBER}) y cuarto`),
    wholeWords(`(?:${AT})\\s+(?<quarterTo>\\d{1,2}|${NUMBER}) menos cuarto`),
    wholeWords('(?<hour>\\d{1,2})[:.](?<minute>\\d\\d)(?:\\s*h(?:oras)?)?'),
    wholeWords(`(?:${AT})\\s+(?<hour>\\d{1,2}|${NUMBER})(?:\\s*h(?:oras)?)?`),
    wholeWords('(?<=y (?:las )?|hoy |mañana )(?<hour>\\d{1,2})\\s*h(?:oras)?'),
  ],
  ambiguousUntil: 7,
};

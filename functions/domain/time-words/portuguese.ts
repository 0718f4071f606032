import { casual } from 'chrono-node/pt';
import { wholeWords } from '../whole-words.ts';
import { counted, duration, type TimeWords } from './time-words.ts';

const NUMBERS = 'uma duas três quatro cinco seis sete oito nove dez onze doze';
const NUMBER = NUMBERS.replaceAll(' ', '|');
const COUNT = `\\d{1,3}(?:,\\d)?|uma?|dois|${NUMBER}|meia|um par de|quinze|(?:a )?próxim[ao](?! semana| m[eê]s)`;
const UNIT = 'min(?:utos?)?|horas?|h|dias? úteis|dia útil|dias?|semanas?|quinzena|m[eê]s(?:es)?';
const AT = 'às?|as|até (?:às?|as)|antes das?|por volta das?|pelas?|lá pelas?';

/** How Portuguese speaks of the time by which something is done. */
export const portuguese: TimeWords = {
  dates: casual,
  falseDates:
    /^(?:agora|mar|maio|sáb|dom|sex|qui|qua|ter|seg|segunda)$|ontem|passad[ao]|atrás|\bhá\b|alguns|algumas|poucos|poucas|uns|umas/iu,
  rewrites: [
    [
      /(?<![\p{L}])(?:n[ao] )?(?:segunda|terça|quarta|quinta|sexta|sábado|domingo|semana|mês)(?:-feira)? passad[oa]/giu,
      ' ',
    ],
    [/(?<![\p{L}])depois de amanhã/giu, 'depoisdeamanhã'],
    [/(?<![\p{L}])(?:bom dia|boa (?:tarde|noite)|bom fim de semana|mais tarde)(?![\p{L}])/giu, ' '],
    [/(?<![\p{L}])(segunda|terça|quarta|quinta|sexta)(?!-feira| vez)(?![\p{L}])/giu, '$1-feira'],
    [
      /(?<![\p{L}])(?:o seu|a sua|seu|sua|o|a) (?:pedido|encomenda|reserva|voo|consulta|entrega|mensagem|fatura|comboio|visita)(?: \S*\d\S*)? (?:d[eoa]s?|para|às) [^,;]*?(?=,|;| e | depois |$)/giu,
      ' ',
    ],
  ],
  numbers: { ...counted(NUMBERS), um: 1, dois: 2, meia: 0.5, 'um par de': 2, quinze: 15 },
  durations: [
    duration({
      before: 'em|dentro de|no prazo de|daqui a|nas|nos|na|dê-me|dê-nos|me dê|nos dê|após',
      about:
        'até|as|os|próximas?|próximos?|seguintes?|cerca de|menos de|no máximo|um máximo de|aproximadamente',
      count: COUNT,
      to: 'a|ou',
      unit: UNIT,
      half: 'e meia',
    }),
    wholeWords(
      `até (?:(?:${COUNT})\\s*(?:-|a|ou)\\s*)?(?<count>${COUNT})\\s*(?<unit>horas|dias? úteis|dias|minutos)(?! d[ae])(?<half> e meia)?`,
    ),
  ],
  units: [
    [/^min/iu, 'minutes'],
    [/^h/iu, 'hours'],
    [/^dias? [úu]t/iu, 'working days'],
    [/^dia/iu, 'days'],
    [/^semana/iu, 'weeks'],
    [/^quinzena/iu, 'fortnights'],
    [/^m/iu, 'months'],
  ],
  days: [
    [wholeWords('depoisdeamanhã'), 2],
    [wholeWords('amanhã'), 1],
    [wholeWords('hoje|esta (?:manhã|tarde|noite)|nesta (?:manhã|tarde|noite)|ainda hoje'), 0],
  ],
  dayOfMonth:
    /(?<![\p{L}])(?:dia|no dia|até (?:ao|o)(?: dia)?|antes do dia)\s+(?<day>\d{1,2})(?:[/.](?<month>\d{1,2}))?(?![\d:h]|\s*(?:h|de \p{L}))/iu,
  dayEnd: wholeWords(
    '(?:o |ao )?(?:fim|final) do (?:dia|expediente|turno)(?: de hoje)?|antes de (?:fechar|fecharmos)|ao longo do dia|durante o dia',
  ),
  businessEnd: wholeWords('fim do expediente|final do expediente|fim do horário comercial'),
  weekEnd: wholeWords(
    '(?:o |ao )?(?:fim|final) (?:da|desta) semana|(?:esta|nesta|essa|ainda esta) semana|antes do (?:fim|final) de semana',
  ),
  weekend: wholeWords('(?:neste|durante o|no|este) (?:fim|final) de semana'),
  nextWeek: wholeWords(
    '(?:(?<early>(?:n?o )?(?:início|começo) da)|(?<mid>(?:em )?meados da)|(?:n?o )?(?:fim|final) da)? ?(?:na )?(?:próxima semana|semana que vem|semana seguinte)',
  ),
  monthEnd: wholeWords('(?:o |ao )?(?:fim|final) do mês|(?:este|neste) mês'),
  nextMonth: wholeWords('(?:no )?(?:próximo mês|mês que vem)'),
  dayParts: [
    [wholeWords('primeira hora'), 10],
    [wholeWords('(?:de|da|pela|na|esta|nesta|amanhã) manhã'), 12],
    [wholeWords('meio-dia|meio dia'), 12],
    [wholeWords('tarde'), 18],
    [wholeWords('noite'), 22],
  ],
  night: wholeWords('meia-noite'),
  noon: wholeWords('meio-dia|meio dia'),
  clock: [
    wholeWords(`entre as? \\d{1,2}(?:\\s*h)? e as? (?<hour>\\d{1,2})(?:\\s*h)?`),
    wholeWords(`(?:${AT})\\s+(?<halfPast>\\d{1,2}|${NUMBER})(?:\\s*h(?:oras)?)? e (?:meia|30)`),
    wholeWords(`(?:${AT})\\s+(?<quarterPast>\\d{1,2}|${NUMBER}) e (?:um quarto|quinze|15)`),
    wholeWords(`quinze para as (?<quarterTo>\\d{1,2}|${NUMBER})`),
    wholeWords('(?<hour>\\d{1,2})\\s*(?:h|:)\\s*(?<minute>\\d\\d)'),
    wholeWords(`(?:${AT})\\s+(?<hour>\\d{1,2}|${NUMBER})(?:\\s*h(?:oras)?)?`),
    wholeWords('(?<=e (?:as )?|hoje |amanhã )(?<hour>\\d{1,2})\\s*h(?:oras)?'),
  ],
  ambiguousUntil: 7,
};

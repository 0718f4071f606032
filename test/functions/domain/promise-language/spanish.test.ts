import { expect, it } from 'vitest';
import { describeHearing, type Promised, promiserIn } from './hearing.ts';

const promised: Promised = {
  // we get in touch
  'Le respondo en 2 horas.': ['2026-03-04 13:00:00'],
  'Te llamamos mañana.': ['2026-03-05 23:59:59'],
  'Te llamo esta tarde.': ['2026-03-04 20:00:00'],
  'Le contactaremos antes del viernes.': ['2026-03-06 23:59:59'],
  'Nos pondremos en contacto con usted mañana por la mañana.': ['2026-03-05 12:00:00'],
  'Me pongo en contacto contigo hoy mismo.': ['2026-03-04 23:59:59'],
  'Lo consulto con la cocina y te digo algo en una hora.': ['2026-03-04 12:00:00'],
  'Voy a revisarlo y le aviso antes de las 17:30.': ['2026-03-04 17:30:00'],
  'Le escribiré a las 5 de la tarde.': ['2026-03-04 17:00:00'],
  'Te aviso antes de las 9 de la noche.': ['2026-03-04 21:00:00'],
  'Os informaremos el lunes.': ['2026-03-09 23:59:59'],
  'Le daremos una respuesta pasado mañana.': ['2026-03-06 23:59:59'],
  'Le mantendremos informado.': [null],
  'Te avisaremos lo antes posible.': [null],
  'Nos pondremos en contacto con usted.': [null],
  'Recibirá una respuesta antes del mediodía.': ['2026-03-04 12:00:00'],
  'Tendrás noticias nuestras mañana.': ['2026-03-05 23:59:59'],
  'Nuestro equipo le contactará en 24 horas.': ['2026-03-05 11:00:00'],
  'Un compañero te llamará mañana a las 10.': ['2026-03-05 10:00:00'],
  'Te llamaré a finales de la próxima semana.': ['2026-03-13 23:59:59'],
  'Le responderemos a finales de semana.': ['2026-03-06 23:59:59'],
  'Mañana por la tarde le llamaremos.': ['2026-03-05 20:00:00'],
  'Le escribiremos antes del 12/03.': ['2026-03-12 23:59:59'],
  'Te confirmaremos al final del día.': ['2026-03-04 23:59:59'],
  // help
  'Le enviaremos otro paquete mañana.': ['2026-03-05 23:59:59'],
  'Te devolveremos el dinero en 3 días hábiles.': ['2026-03-09 23:59:59'],
  'El problema estará resuelto el viernes.': ['2026-03-06 23:59:59'],
  'Lo solucionaremos esta semana.': ['2026-03-06 23:59:59'],
  'Lo revisaremos.': [null],
  'Déjeme comprobarlo.': [null],
  'Voy a preguntar.': [null],
  'Deme una hora.': ['2026-03-04 12:00:00'],
  'Comprobaré si está en stock y le aviso antes del mediodía.': ['2026-03-04 12:00:00'],
  'Te llamo a las 15:00, ¿vale?': ['2026-03-04 15:00:00'],
  'Te llamaremos. Mañana a más tardar.': ['2026-03-05 23:59:59'],
  // as they stand in an answer
  'Hemos pasado el caso al equipo técnico y te escribiremos mañana antes de las 12.': ['2026-03-05 12:00:00'],
  'Haremos la devolución en un plazo de 5 días laborables.': ['2026-03-11 23:59:59'],
  'El técnico irá el jueves entre las 10 y las 12.': ['2026-03-05 12:00:00'],
};

const notPromised = [
  'Le prometo que no fue nuestro repartidor.',
  'Es muy molesto, te lo prometo.',
  '¿Quiere que le llame mañana?',
  '¿Nos llamará usted mañana?',
  'Llámenos antes del viernes.',
  'Por favor, escríbanos mañana.',
  'Si nos envía su número, le responderemos hoy.',
  'Cuando nos envíe el número, lo revisaremos.',
  'Te devolveremos el dinero si el paquete no llega.',
  'Le llamamos ayer.',
  'Ya te hemos escrito esta mañana.',
  'Usted escribió “le llamaremos el lunes”.',
  'Mi compañero dijo que te llamaremos mañana.',
  'No le llamaremos.',
  'No puedo prometerle nada.',
  'Quizás te llamaremos mañana.',
  'Esperamos que te llamemos mañana.',
  'Respondemos a todos los mensajes en 24 horas.',
  'Hoy abrimos hasta las 17.',
  'La tienda estará cerrada mañana.',
  'Su paquete llegará el viernes.',
  'Te llamaría mañana con gusto.',
  '¡Buenos días y hasta mañana!',
  'Su mesa está reservada para mañana a las 20:00.',
  'Mándanos un privado con tu número y lo revisamos.',
  'Puede recoger su pedido hasta las 20h.',
];

describeHearing('Spanish', promised, notPromised);

it.each([
  ['Le llamaré.', 'I'],
  ['Le llamaremos.', 'we'],
  ['Nuestro equipo le contactará.', 'team'],
  ['Un compañero te llamará.', 'colleague'],
])('knows who is to keep “%s”: %s', (reply, who) => {
  expect(promiserIn(reply)).toBe(who);
});

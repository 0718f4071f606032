import { expect, it } from 'vitest';
import { describeHearing, type Promised, promiserIn } from './hearing.ts';

const promised: Promised = {
  // we get in touch
  'Entraremos em contato até amanhã.': ['2026-03-05 23:59:59'],
  'Entrarei em contacto consigo esta tarde.': ['2026-03-04 18:00:00'],
  'Vou verificar e respondo para você em 2 horas.': ['2026-03-04 13:00:00'],
  'Eu te ligo às 17h.': ['2026-03-04 17:00:00'],
  'Vamos ligar para você às 17h30.': ['2026-03-04 17:30:00'],
  'Ligaremos para o senhor antes das 17 horas.': ['2026-03-04 17:00:00'],
  'Responderemos até sexta-feira.': ['2026-03-06 23:59:59'],
  'Vou consultar a cozinha e te aviso daqui a uma hora.': ['2026-03-04 12:00:00'],
  'Avisaremos você amanhã de manhã.': ['2026-03-05 12:00:00'],
  'Daremos um retorno ainda hoje.': ['2026-03-04 23:59:59'],
  'Vamos te dar uma resposta depois de amanhã.': ['2026-03-06 23:59:59'],
  'Escrevo-lhe na segunda-feira.': ['2026-03-09 23:59:59'],
  'Manteremos você informado.': [null],
  'Entraremos em contato.': [null],
  'Vamos te avisar o mais rápido possível.': [null],
  'Você receberá uma resposta até o meio-dia.': ['2026-03-04 12:00:00'],
  'Terá notícias nossas amanhã.': ['2026-03-05 23:59:59'],
  'A nossa equipe entrará em contato em até 24 horas.': ['2026-03-05 11:00:00'],
  'Um colega vai ligar para você amanhã às 10h.': ['2026-03-05 10:00:00'],
  'Até amanhã à noite daremos um retorno.': ['2026-03-05 22:00:00'],
  'Responderemos até o fim da semana.': ['2026-03-06 23:59:59'],
  'Entramos em contato na próxima semana.': ['2026-03-13 23:59:59'],
  'Vou te responder até o fim do dia.': ['2026-03-04 23:59:59'],
  'Vamos informar você até o dia 12/03.': ['2026-03-12 23:59:59'],
  'Ligo para você hoje às 9 da noite.': ['2026-03-04 21:00:00'],
  // help
  'Vamos enviar outro pacote amanhã.': ['2026-03-05 23:59:59'],
  'Reembolsaremos o valor em 3 dias úteis.': ['2026-03-09 23:59:59'],
  'O problema estará resolvido até sexta.': ['2026-03-06 23:59:59'],
  'Vamos consertar isso até o fim do mês.': ['2026-03-31 23:59:59'],
  'Vou verificar.': [null],
  'Deixe-me verificar.': [null],
  'Vamos investigar isso.': [null],
  'Me dê uma hora.': ['2026-03-04 12:00:00'],
  'Vou verificar se há estoque e te aviso até o meio-dia.': ['2026-03-04 12:00:00'],
  'Te ligo às 15h, pode ser?': ['2026-03-04 15:00:00'],
  'Entraremos em contato. Amanhã no máximo.': ['2026-03-05 23:59:59'],
  // as they stand in an answer
  'Já encaminhámos o caso e daremos resposta até amanhã ao meio-dia.': ['2026-03-05 12:00:00'],
  'Oi João! Vou checar isso agora e te retorno em 30 minutos.': ['2026-03-04 11:30:00'],
  'O técnico vai aí na quinta-feira entre as 10h e as 12h.': ['2026-03-05 12:00:00'],
};

const notPromised = [
  'Eu prometo que não foi o nosso entregador.',
  'É muito chato, eu prometo.',
  'Quer que eu ligue amanhã?',
  'Você vai nos ligar amanhã?',
  'Ligue para nós até sexta-feira.',
  'Por favor, escreva-nos amanhã.',
  'Se você nos enviar o número, responderemos hoje.',
  'Assim que você enviar o número, vamos verificar.',
  'Vamos reembolsar você se o pacote não chegar.',
  'Ligamos para você ontem.',
  'Já te respondi hoje de manhã.',
  'Você escreveu “vamos ligar na segunda”.',
  'Meu colega disse que vamos ligar amanhã.',
  'Não vamos ligar.',
  'Não posso prometer nada.',
  'Talvez vamos ligar amanhã.',
  'Esperamos que vamos responder amanhã.',
  'Respondemos a todas as mensagens em 24 horas.',
  'Hoje abrimos até as 17h.',
  'A loja estará fechada amanhã.',
  'O seu pacote chegará na sexta-feira.',
  'Eu ligaria amanhã com prazer.',
  'Bom dia e até amanhã!',
  'A sua mesa está reservada para amanhã às 20h.',
  'Envie-nos o número por mensagem privada e vamos verificar.',
  'Pode levantar a encomenda até às 19h.',
];

describeHearing('Portuguese', promised, notPromised);

it.each([
  ['Vou ligar para você.', 'I'],
  ['Vamos ligar para você.', 'we'],
  ['A nossa equipe entrará em contato.', 'team'],
  ['Um colega vai ligar para você.', 'colleague'],
])('knows who is to keep “%s”: %s', (reply, who) => {
  expect(promiserIn(reply)).toBe(who);
});

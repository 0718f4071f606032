import type { WordList } from './word-list.ts';

/** Portuguese words of customers. */
export const portuguese: WordList = {
  joy: `ótim* otim* excelente* maravilh* perfeit* incrível incriveis fantástic* fantastic* adoro adorei amo amei melhor melhores
    parabéns parabens top sensacional espetacular show`,
  liking: `bom boa bons boas bem gentil* simpátic* rápid* rapid* content* satisfeit* agradável eficient* feliz gostei gosto
    recomendo atencios* educad* profissional* resolvido funciona prestativ* obrigad* bonito`,
  anger: `vergonh* péssim* pessim* lixo golpe ladrões roubo merda horrív* pior piores inútil inaceitáv* ridícul* absurdo
    palhaçada descaso mentir* desastre porcaria nojo revoltante indignad* caralho enganação descaramento`,
  dislike: `mal mau má ruim decepcion* desilu* triste* infelizmente lent* car* suj* mal-educad* reclam* problema* chat* cansad*
    insatisfeit* desrespeit* lament* frustra* demora`,
  trouble: `cancelad* cancelamento atras* perdid* perderam quebrad* partid* avariad* avaria erro* falha* caiu bloquead* cobrad* cobrança
    danificad* falta extravi* sumiu cortad* travou fora-do-ar errad*`,
  waiting: `esper* aguard* horas hora semanas dias meses minutos ainda desde resposta responde* ninguém ninguem continuo`,
  thanks: 'obrigado obrigada obg agradeço valeu brigado brigada vlw',
  asking:
    'quando onde como porquê porque qual quais quanto quem posso podem têm tem pergunta saber dúvida gostaria consigo',
  wanting: 'ajuda ajudar preciso quero queria reembols* indemnização solução contactar falar suporte estorno',
  hurry: 'urgente urgência já agora hoje amanhã imediatamente emergência hospital',
  negation: 'não nao nunca jamais nada ninguém nenhum nenhuma sem nem',
  stress: 'muito tão super demais totalmente absolutamente realmente mesmo tudo',
  contrast: 'mas porém contudo embora apesar',
  promotion: 'ganhe ganhar dinheiro empréstimo seguidores bitcoin grátis investi*',
};

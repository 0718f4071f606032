import type { WordList } from './word-list.ts';

/** Spanish words of customers. */
export const spanish: WordList = {
  joy: `excelente* genial* increíble* increible* maravillos* perfect* fantástic* fantastic* encanta encantó encantad* mejor mejores
    espectacular* estupend* felicidades enhorabuena bravo magnífic* amo súper top brutal recomendadísimo`,
  liking: `buen buena bueno buenos bien amable* rápid* rapid* content* satisfech* agradable* eficiente* eficaz gusta gustó feliz
    recomiendo atent* simpátic* profesional* cómod* rico rica gracias agradecid* solucionado funciona bonito`,
  anger: `vergüenza verguenza vergonzos* pésim* pesim* asco estafa* estafador* ladrones robo mierda horrible* peor peores inútil*
    inutil* inaceptable* indignante* ridícul* timo basura mentir* mentiros* desastre* fatal nefast* incompeten* lamentable*
    indignad* harto harta porquería sinvergüenzas puta coño joder`,
  dislike: `mal mala malo malos decepcion* trist* molest* lent* car* suci* desagradable* maleducad* grosero* queja* reclam* problema*
    lástima desgraciadamente enfadad* cansad* deficiente* injust* insatisfech* frustra* regular`,
  trouble: `cancelad* cancelación cancelaron retras* retraso perdid* perdieron rot* roto avería* averia error* fallo* falla* caíd* caido
    bloquead* cobrad* cobraron cobro dañad* perdí falta faltan desaparecid* cortad* corte overbooking sobreventa equivocad*`,
  waiting: `esper* esperando horas hora semanas días dias meses minutos todavía aún aun sigo siguen desde respuesta responde* contesta*
    nadie llam* otra vez`,
  thanks: 'gracias agradezco agradecido grax',
  asking: `cuándo cuando dónde donde cómo como qué que por-qué cuál cual cuánto cuanto quién puedo pueden podéis pueden hay tienen
    tenéis pregunta saber consulta sabe`,
  wanting:
    'ayuda ayudar ayuden necesito quiero quisiera devol* reembolso* compensación solución contactar atención hablar',
  hurry: 'urgente urgencia ya ahora hoy mañana inmediatamente emergencia hospital pronto',
  negation: 'no nunca jamás nada nadie ningún ninguna ninguno sin tampoco ni',
  stress: 'muy tan super mucho mucha totalmente absolutamente realmente demasiado todo',
  contrast: 'pero aunque sin-embargo lamentablemente',
  promotion: 'gana ganar dinero préstamo* seguidores bitcoin gratis inversión invertir tarot amarres',
};

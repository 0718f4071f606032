import type { WordList } from './word-list.ts';

/** Italian words of customers. */
export const italian: WordList = {
  joy: `ottim* eccellent* fantastic* perfett* meraviglios* stupend* bravissim* grandi complimenti adoro amo migliore migliori super
    eccezional* splendid* magnific* top incredibile`,
  liking: `buon buona buono bene gentil* cortes* veloc* rapid* content* soddisfatt* piacevol* efficient* felice disponibil* consiglio
    bello bella bravi brava professional* piace comod* risolto`,
  anger: `vergogn* schifo pessim* truffa* truffator* ladri scandal* merda orribil* peggio peggior* inaccettabil* ridicol* disastro*
    cazzo incompeten* inutil* bugiard* vomitevol* indecent* assurd* presa-in-giro buffon* penos*`,
  dislike: `male delus* deludent* triste* purtroppo lent* car* sporc* maleducat* scortes* problem* lament* reclam* sfortuna peccato
    stanc* stuf* disagio disservizi* brutt* scars* arrabbiat* freddo`,
  trouble: `cancellat* ritard* pers* rott* guast* error* bloccat* addebitat* danneggiat* mancant* manca sparit* annullat* fermo
    sciopero chius* saltat* interrott* funziona malfunzion* sbagliat*`,
  waiting: `aspett* attesa attendo ore ora settimane giorni mesi minuti ancora sempre da risposta risponde* nessuno`,
  thanks: 'grazie ringrazi* grz',
  asking:
    'quando dove come perché perchè quale quali quanto chi posso potete avete è possibile sapere domanda vorrei',
  wanting:
    'aiuto aiutare bisogno vorrei voglio rimborso* risarcimento soluzione contattare parlare assistenza',
  hurry: 'urgente subito adesso oggi domani emergenza ospedale stasera',
  negation: 'non no mai niente nulla nessun nessuno nessuna senza né',
  stress: 'molto davvero troppo veramente assolutamente così tutto',
  contrast: 'ma però tuttavia nonostante purtroppo',
  promotion: 'guadagn* soldi prestito follower gratis bitcoin investi*',
};

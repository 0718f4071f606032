import type { WordList } from './word-list.ts';

/** French words of customers. */
export const french: WordList = {
  joy: `génial* super parfait* excellent* adore adoré magnifique* formidable* extraordinaire* bravo top meilleur* incroyable*
    merveilleu* fantastique* impeccable* régal* ravi ravie ravis chapeau félicitations`,
  liking: `bon bonne bien content contente contents satisf* rapide* gentil* aimable* agréable* sympa* efficace* apprécie* aime
    plaisir recommande* professionnel* souriant* accueillant* heureu* bientôt réactif* réactivité pratique beau belle`,
  anger: `honte* honteu* scandale* scandaleu* nul nulle nuls arnaque* escroc* voleur* inadmissible* lamentable* catastrophe*
    catastrophique* merde* foutage gueule pire inacceptable* horrible* minable* ridicule* déplorable* pourri* incompéten*
    mensonge* menteu* marre insupportable* cauchemar* exécrable* dégueulasse* bordel`,
  dislike: `déçu* décevant* déception mauvais* malheureusement désagréable* impoli* sale* cher chère trop dommage lent* énervé*
    énervant* triste* problème* plainte réclamation pénible* désolant* médiocre* froid* ras-le-bol mal mécontent* compliqué*`,
  trouble: `panne* annulé* annulation* retard* perdu* cassé* bloqué* erreur* bug* coupé* coupure* plante planté marche fonctionne
    manque manquant* disparu* endommagé* raté* débité* refusé* fermé* grève* supprimé* surbook* impossible abîmé*`,
  waiting: `attend* attente attends heures heure semaines jours mois minutes toujours encore depuis réponse répond répondre personne
    relance* injoignable* standard fois`,
  thanks: 'merci mercii remercie remercier remerciements',
  asking: `quand où comment pourquoi quel quelle quels quelles combien qui est-ce pouvez pouvez-vous peut peut-on avez-vous question
    savoir possible svp s'il quoi`,
  wanting:
    'aide aider besoin voudrais souhaite rembours* dédommag* contacter joindre rappel* conseiller solution',
  hurry: "urgent urgence vite immédiatement aujourd'hui maintenant demain soir rapidement hôpital",
  negation: 'pas ne jamais rien aucun aucune personne sans ni plus',
  stress: 'très trop vraiment tellement complètement totalement absolument tout toute',
  contrast: 'mais pourtant cependant malgré sauf',
  promotion: 'gagner crédit gratuit abonnés bitcoin prêt investi* voyant*',
};

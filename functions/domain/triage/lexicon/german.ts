import type { WordList } from './word-list.ts';

/** German words of customers. */
export const german: WordList = {
  joy: `toll* super spitze klasse großartig* grossartig* fantastisch* wunderbar* hervorragend* perfekt* genial* ausgezeichnet*
    begeistert* liebe lieben geil* mega hammer bombe sensationell* traumhaft* exzellent* top vorbildlich* überragend* lob`,
  liking: `gut gute guter gutes guten besser freundlich* nett nette netten netter schnell schnelle hilfsbereit* kompetent* zufrieden*
    angenehm* glücklich* froh freue freuen freut gerne lecker* schön schöne schönen kulant* pünktlich* sauber* geklappt
    funktioniert zuverlässig* empfehlen* empfehlung herzlich* lieb unkompliziert* respekt weiter`,
  anger: `scheiß* scheiss* kacke mist verarsch* frechheit unverschämt* katastroph* saftladen abzock* betrug betrüger* skandal*
    miserabel* unterirdisch* beschissen* grottig* inkompetent* witz unfassbar* unmöglich* wucher lüge* belogen schrott hölle
    zumutung lächerlich* peinlich* armutszeugnis wütend sauer ätzend* kotzt müll sauladen schweinerei erbärmlich* desaster`,
  dislike: `schlecht* enttäusch* ärger* traurig* leider nervt nervig* unfreundlich* teuer* dreckig* schmutzig* langsam* schade
    unzufrieden* unzuverlässig* chaos chaotisch* blöd* doof* schlimm* unhöflich* beschwer* problem* frustrier* ignorier*
    kundenunfreundlich* lieblos* kalt* versagt sinnlos* unklar* überteuert* genervt kein schwach`,
  trouble: `kaputt* defekt* gestört störung* ausfall* ausgefallen* abgesagt storniert* gestrichen* verspät* verloren* verschwunden*
    fehler* fehlermeldung geht funktioniert beschädigt* verpasst* falsch* doppelt abgebucht gesperrt* fehlt fehlen abgestürzt
    stürzt hängt abgebrochen ausgebucht überbucht abgelehnt verweiger* weg tot stromausfall ausgesperrt`,
  waiting: `warte warten wartet gewartet warteschleife stunden stunde wochen tagen tage monaten minuten immer noch seit wieder schon
    antwort antwortet niemand keiner hotline zurückruf erreichbar ewig`,
  thanks: 'danke dankeschön dank vielen dankbar merci thx',
  asking: `wann wo wie was warum wieso weshalb welche welcher welches wer kann könnt können könnten gibt habt hat ist sind frage
    bitte weiß jemand ob möglich darf`,
  wanting:
    'hilfe helfen hilft brauche benötige möchte erstattung entschädigung rückerstattung ansprechpartner kontakt melden klären',
  hurry: 'dringend sofort eilt heute jetzt gleich notfall morgen schnellstmöglich brennt rauch krankenhaus',
  negation: 'nicht kein keine keinen keiner keinem nie niemals nichts ohne nirgends weder',
  stress: 'sehr total echt wirklich absolut völlig so extrem unglaublich komplett richtig mega',
  contrast: 'aber jedoch allerdings obwohl trotzdem leider dennoch',
  promotion: 'gewinnspiel krypto verdienen kredit follower gratis nebenbei geld',
};

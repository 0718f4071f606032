import type { WordList } from './word-list.ts';

/** Dutch words of customers. */
export const dutch: WordList = {
  joy: `geweldig* fantastisch* super top uitstekend* perfect* prachtig* heerlijk* topper* complimenten compliment hulde held* love
    briljant* toppie schitterend*`,
  liking: `goed goede fijn fijne mooi mooie lekker* vriendelijk* snel snelle blij tevreden behulpzaam* aardig* netjes leuk leuke prettig*
    handig* keurig* opgelost werkt gelukt service aanrader`,
  anger: `schandalig* schande belachelijk* waardeloos waardeloze klote kut shit oplichter* oplichting diefstal idioot idioten rampzalig*
    drama verschrikkelijk* vreselijk* bizar* triest* onacceptabel* absurd* leugen* liegen woedend ziek prutsers beneden godver*`,
  dislike: `slecht* teleurgesteld* teleurstell* jammer helaas duur dure vies vieze traag trage irritant* onvriendelijk* klacht* boos
    ontevreden probleem problemen frustrer* vervelend* balen baal* onduidelijk* niet-leuk slordig* koud*`,
  trouble: `kapot* defect* storing* uitgevallen geannuleerd* vertraging* vertraagd* kwijt kwijtgeraakt fout* foutmelding beschadigd*
    gemist verkeerd* dubbel afgeschreven geblokkeerd* ontbreekt afgelast werkt uitval vermist* weg leeg`,
  waiting: `wacht* wachten uur uren weken dagen maanden minuten nog steeds al sinds weer antwoord reactie niemand wachtrij ophangen`,
  thanks: 'dank bedankt dankjewel dankuwel thanks thx dankje',
  asking:
    'wanneer waar hoe wat waarom welke wie kan kunnen kunt is zijn hebben heeft vraag weten graag mogelijk mag',
  wanting:
    'hulp helpen nodig wil terugbetaling vergoeding compensatie oplossing contact bellen spreken geld-terug',
  hurry: 'dringend spoed direct vandaag nu morgen noodgeval meteen ziekenhuis snel',
  negation: 'niet geen nooit niets niks niemand zonder nergens noch',
  stress: 'heel erg zeer echt absoluut totaal helemaal zo enorm',
  contrast: 'maar echter helaas hoewel toch',
  promotion: 'gratis verdienen lening volgers bitcoin winnen crypto',
};

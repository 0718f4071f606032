import { wholeWords } from '../whole-words.ts';

/** Words of people who are let down, in the languages beside English. Few and plain ones, as in English. */
export const FOREIGN_LET_DOWN: readonly RegExp[] = [
  wholeWords(
    'unversch[äa]mt\\p{L}*|entt[äa]usch\\p{L}*|unm[öo]glich\\p{L}*|katastroph\\p{L}*|frechheit|funktioniert (?:\\p{L}+ )?nicht|geht (?:\\p{L}+ )?nicht|kaputt|schrecklich\\p{L}*|miserabel|warte (?:immer noch|noch immer|seit)|niemand (?:antwortet|hilft|meldet sich)|nie wieder|nie angekommen|ärgerlich',
  ),
  wholeWords(
    "déçue?s?|inadmissible|scandaleu\\p{L}+|honteu\\p{L}+|nul|nulle|lamentable|inacceptable|(?:ne )?(?:fonctionne|marche) (?:toujours )?pas|cassée?s?|toujours pas (?:reçu|arrivé\\p{L}*|de réponse)|plus jamais|personne ne (?:répond|m'aide)|catastroph\\p{L}+|furieu\\p{L}+",
  ),
  wholeWords(
    'inaceptable|decepcionad\\p{L}*|decepcionante|verg[üu]enza|vergonzoso|p[ée]sim[oa]|fatal|no funciona|rot[oa]|sigo esperando|nadie (?:responde|contesta|ayuda)|nunca más|no ha llegado|horrible|una estafa|indignad[oa]',
  ),
  wholeWords(
    'inaccettabile|delus[oaie]|deludente|vergogn\\p{L}+|pessim[oa]|non funziona|rott[oa]|sto ancora aspettando|aspetto ancora|nessuno (?:risponde|mi aiuta)|mai più|non è (?:mai )?arrivat[oa]|scandalos[oa]|orribile|una truffa|arrabbiat[oa]',
  ),
  wholeWords(
    'inaceit[áa]vel|desiludid[oa]|dece[pç]cionad[oa]|decepcionante|vergonha|vergonhoso|p[ée]ssim[oa]|não funciona|quebrad[oa]|estragad[oa]|ainda (?:estou )?(?:à espera|esperando)|ninguém (?:responde|ajuda)|nunca mais|não chegou|horrível|um absurdo|um roubo',
  ),
  wholeWords(
    'onacceptabel|teleurgesteld|teleurstellend|schandalig|schande|waardeloos|belachelijk|werkt (?:\\p{L}+ )?niet|kapot|wacht (?:nog steeds|nog altijd|al)|niemand (?:reageert|antwoordt|helpt)|nooit meer|niet aangekomen|vreselijk|oplichting|woedend',
  ),
];
/** Words of people who are pleased. */
export const FOREIGN_PLEASED = wholeWords(
  'danke|vielen dank|toll|super|großartig|perfekt|merci(?! de| pour rien)|parfait|génial|excellent|gracias|genial|perfecto|excelente|grazie|ottim[oa]|perfetto|obrigad[oa]|ótim[oa]|perfeito|bedankt|geweldig|fantastisch|prima|dankjewel',
);
/** Words that turn praise around. */
export const FOREIGN_BUT = wholeWords(
  'aber|leider|trotzdem|für nichts|mais|malheureusement|pour rien|pero|por desgracia|lamentablemente|ma|però|purtroppo|mas|porém|infelizmente|maar|helaas|voor niets',
);

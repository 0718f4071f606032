/** Words that say nothing of what a message is about, in the languages of the classifier. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all almost already also always am an and another any anybody anyone anything are aren't around as ask asked at
  away back bad be because been before being best better between both but by call called came can can't come could couldn't day days
  did didn't do does doesn't doing don't done down each even ever every everyone everything feel few find first for from full get
  gets getting give given go goes going going-to good got got-to great guys had has hasn't have haven't having he he's hello help her here hey hi
  him his hope hours how i i'd i'll i'm i've if in into is isn't it it's its just keep know last least less let let's like
  little lol long look looking lot love made make makes many may maybe me mean might mine minutes more most much must my myself need
  needs never new next nice no nobody not nothing now of off ok on once one only or other our out over own people please put
  really right said same say says see seems seen send sent she should since so some someone something soon sorry still such
  sure take taking tell than thank thanks that that's the their them then there there's these they they're thing things think
  this those though through time times to today told tomorrow too tried try trying two under until up us use used using very via
  want want-to wanted was wasn't way we we're weeks well were weren't what what's when where which while who whole why will wish
  with without won't work works would wouldn't wow yes yesterday yet you you'll you're you've your yours years month months year
  omg wtf smh pls actually literally seriously absolutely completely totally again anymore instead either else enough far getting
  aber alle allem allen als also am an auch auf aus bei beim bin bis bitte bist da damit danke dann das dass dem den denn der des
  dich die dies diese diesem diesen dieser dieses dir doch du durch ein eine einem einen einer eines einfach er es etwas euch euer eure
  für gar ganz gehen geht gerade gibt gut habe haben habt hallo hast hat hatte hier ich ihm ihn ihr ihre im immer in ist ja jetzt
  kann kein keine können leider mal man mehr mein meine meinem meinen meiner mich mir mit muss nach nicht nichts noch nun nur ob
  oder ohne schon sehr sein seine seit sich sie sind so soll sollte um und uns unser vielen viel vom von vor wann war warum was
  weil wenn wer werden wie wieder wieso wir wird wo wurde zu zum zur über
  alors après assez au aucun aussi autre aux avec avez avoir bien bon bonjour ça car ce cela ces cet cette ceux chez comme comment
  contre dans de depuis des dire donc du elle elles en encore entre est et été être eu fait faire fois font il ils je jours la
  là le les leur leurs lui ma mais me merci mes moi mon même ne nos notre nous on ont ou où par pas peu peut plus pour pourquoi
  pouvez qu quand que quel quelle qui quoi sa sans se ses si son sont suis sur ta te tes toi ton toujours tous tout toute très tu
  un une va vais vers vos votre vous c'est j'ai n'est d'un d'une qu'il l'on
  al algo ante antes aquí así aun aunque cada como con contra cual cuando cómo de del desde día días donde dos el él ella ellos en
  entre era es esa ese eso esta estaba estado estamos están estar este esto estoy fue gracias ha hace hacer han hasta hay he hola
  la las le les lo los mas más me mi mis muy nada ni no nos nosotros o os otra otro para pero poco por porque pues puede puedo que
  qué quien se según ser si sí sido siempre sin sobre solo son su sus también tan tanto te tengo ti tiene tienen todo todos tu tus
  un una uno unos usted ustedes va vez voy y ya yo
  abbiamo ai alla alle anche ancora avete c'è che chi ci ciao come con cosa così cui da dal dalla degli dei del della delle di
  dopo dove due e ed fa fare fatto già gli grazie hai hanno ho i il io la le lei lo loro ma mi mia miei mio molto nel nella no non
  nostro o ogni per perché più poi però prima può qualcosa quando quanto quella quello questa questo qui se sei sempre senza si
  sia siamo sono sta sto sua suo tra tu tutti tutto un una uno vi voi vostro è
  agora ainda além ao aos apenas aqui as até bem boa bom cada com como da das de dela dele depois do dos e ela ele eles em entre era
  essa esse está estão estar estou eu faz fazer foi há isso isto já la lhe mais mas me mesmo meu meus minha muito na não nas nem
  no nos nós nossa nosso num numa o obrigado olá onde os ou para pela pelo por porque pra quando que quem se sem ser será seu
  seus só sou sua também tem tenho ter tudo um uma umas uns vai você vocês vou à às
  aan al alle als altijd ben bij bent dan dank dat de deze die dit doen door dus een er en even geen gewoon goed graag had hallo heb
  hebben heeft heel hem het hier hij hoe hun ik in is ja je jij jullie kan kon kunnen maar me meer met mij mijn moet na naar niet
  niets nog nu of om omdat ons onze ook op over te tegen toch toe toen tot u uit uw van veel voor waar waarom wanneer want waren
  was wat we weer wel werd wie wij wil worden wordt zal ze zeer zelf zich zij zijn zo zonder zou`.split(
    /\s+/,
  ),
);

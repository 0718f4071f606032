import type { WordList } from './word-list.ts';

/** English words of customers, with the slang and the spellings of phones. `*` stands for any ending. */
export const english: WordList = {
  joy: `amazing* awesome* best brilliant* delight* excellent* exceptional* fab fabulous* fantastic* flawless* incredible* love
    loved loves lovin loving magnificent* marvel* outstanding* perfect perfection perfectly phenomenal* rock rocks rocked
    sensational spectacular* splendid* stellar superb* superstar* terrific* thrilled wonderful* wow wowed yay hooray
    woohoo woot obsessed adore* heaven* gem gems hero heroes legend legends lifesaver unforgettable stoked ecstatic bravo
    kudos props fav fave favorite favourite flawlessly heartwarming lovely beautiful* gorgeous stunning blessed
    unreal_good ace aces angel angels bliss blissful champ champs champion champions darling dreamy elated elite epic
    exquisite extraordinary faves genius golden goat glorious godsend impeccable* joy joyful kickass luv magic magical
    miracle* nailed overjoyed paradise priceless rockstar rockstars saint saints sensation slay slays slaps smashed
    smashing stupendous sublime superheroes superhero thrilling top-notch treasure unmatched unbeatable unparalleled
    unrivalled wizard wizards woop wows yippee woo happiest nicest kindest loveliest fastest smoothest easiest quickest
    friendliest sweetest warmest comfiest finest coolest greatest`,
  liking: `appreciat* better comfortable comfy cool courteous cute easy efficient* enjoy* fair fast fine friendl* fun funny glad
    good grateful great happy happier happily helpful hilarious honest impress impressed impressive improved kind kindness
    kindly kudos like liked nice nicest nicely patient pleasant* pleased pleasure polite* professional* prompt* proud
    quick quickly recommend* refreshing reliable relaxed respectful safe satisf* smart smile* smiling smooth* sweet tasty
    delicious thankful thoughtful warm welcome welcoming win winner worth yum yummy excited exciting congrats
    congratulation* congratz cheers congrat dope lit clutch solid sleek classy fresh gracious generous* attentive
    compassionate heart hugs hug spotless flavour* cozy helpfulness upgraded works worked fixed resolved sorted solved
    hooked loyal loyalty wins accommodating admire affordable applaud* approachable assisted attentively bargain breeze
    breezy bright calm calming calmest caring celebrate* charming clean cleanest comforted commend* compassion compliment*
    considerate convenient* courtesy credit* dedicated dedication delish easier easily effortless* elegant elite empathy
    exceed* faster flexible fancy genuine* gift giggle grace graceful gratitude handy hassle-free helped heartfelt honored
    honoured hospitable hospitality immaculate improvement improving knowledgeable laid-back laugh laughed laughing
    luxurious luxury medal modern neat nicer painless party peaceful perk perks personable pleasantly polished posh
    positive praise* promote raise reassur* relax relaxing relief relieved remarkable respect* responsive roomy salute*
    seamless* secure shoutout snappy spacious speedy stress-free sunny sunset sunrise surprised swift* tasteful tidy treat
    treated trust trusted understanding upbeat upgrade valued warmth willing yummier yes yep smile smiles kisses fan fans
    hit favs touching`,
  anger: `abysmal* appalling* atrocious* awful* bastards bs bullshit crap crappy criminal* cruel damn deceitful* deceptive
    despicable disaster* disgrace* disgust* dreadful* enraged evil fuck* wtf ffs furious* garbage hate hated hates hateful
    hell hellish horrendous* horrible* horribly horrid horrific* hideous idiot* incompeten* inexcusable infuriat* insane
    insult* joke laughable liar* lie lied lies lying livid lousy ludicrous* mad negligen* nightmare* outrage* outrageous
    pathetic* pissed piss ridiculous* rip-off ripoff rubbish scam* scum shame* shameful* shambles shambolic shit* sick
    sickening stupid* suck sucks sucked sucky terribl* thief thieves trash unacceptable* unbelievabl* unforgivable
    useless* vile worst worse wretched robbery screwed screw clown* circus fraud* crooks crook extortion* theft stole
    stolen robbed nonsense unreal asinine moron* trashy atrocity abomination abuse* assault* barbaric betray* bollocks con
    conned corrupt* cesspool deplorable despise diabolical disrespectful* dumb dumbest dumpster dreading farce farcical
    fiasco debacle catastroph* fml fuming gouge* gouging heartless hellhole hostage hostages humiliat* idiocy ignorant
    inhuman* inhumane insulted insulting jerk jerks jerked joker jokers laughingstock ludicrous lunacy madness mockery
    monstr* obscene offensive offended ordeal peasants prison racist racism rage ransom ruthless sadistic savage scammed
    scammer* scoundrel* sexist shafted shameless sob spiteful stupidity swindl* toxic travesty tyrann* unbelievable
    unconscionable unhinged untrustworthy wankers wanker zoo dogshit bull bloody bogus cattle chaos chaotic mayhem
    torture* torturous hideously atrociously`,
  dislike: `annoy* ashamed bad badly bored boring bother bothered confus* cold complain* complaint* concern* crazy cramped crowded
    cheap dirty disappoint* dishonest disorgani* disrespect* dissatisf* embarrass* excuse excuses exhausted expensive fail
    failed failing fails failure filthy frustrat* gross greedy impossible inconsiderate inconvenien* inefficient inept
    irritat* lack lacking lame lazy mess messed messy miserable mistreat* misled misleading nasty neglect* overpriced
    overcharg* poor poorly pointless problem* regret* rude* rudely ruin ruined ruining sad sadly shady shocking shocked
    sloppy slow slower sorry stink* stress* smelly smelled stale struggl* terrible tired tiresome trouble troubl* ugh ugly
    unable unfair unfriendly unhappy unhelpful unimpressed unprofessional* unorgani* unreliable unsafe unsatisf*
    unsanitary unwelcoming upset upsetting upsets waste wasted wasting weak weird wrong yikes smh meh argh grr sigh nope
    misery letdown sucky joke downhill clueless careless dismissive condescending ignored ignoring ignore ignores worsen
    unethical illegal heartbroken crying cry tears painful pain hopeless helpless poorest rubbish uncomfortable
    unapologetic bogus subpar mediocre sketchy insufficient abandoned abrupt* ache agony aggravat* agitat* alarm* ancient
    angry anger annoyed apath* argue* arguing argument arrogan* attitude awkward barely bizarre bland bleak broke bruise*
    bug bugs bumpy burnt chore claustrophobic clunky cockroach* complicated conflicting contradict* cranky cruddy curt
    deaf defeat* degrad* delusional demeaning despair desperate* deterr* dire dirtier discomfort discourag* discriminat*
    disillusion* dismal dismay* dissuade distress* distrust doubt* drama drain* dread dull dumped embarrassed err
    exasperat* excessive exhaust* faulty fake fault feeble fees fee flawed flimsy flop forced forgotten freezing fuss
    gimmick grim grimy gripe grouchy grubby grump* hair hassle* headache* helplessly hidden hot hungry hurt hurts idiotic
    ill-mannered impatient impersonal inadequate inaccurate inaccessible incapable incoherent incomplete incorrectly
    indifferen* inedible inferior inflexible inhospitable injur* insensitive insincere insufferable issue issues jaded
    joyless junk lacklustre lacked laggy lags lag leery lecture* limp lukewarm mad meaningless melted misinform*
    misinformation misrepresent* mold* moody mould* mockery moan muddy narrow needless* nervous nickel noisy nuisance
    obnoxious odd odor odour outdated overbearing overcrowded overheated overwhelm* overload* panic* patronis* patroniz*
    penal* petty pity puke puzzl* quit raw reek* refus* reluctan* repulsive resent* roach* robotic rotten rough rubbishy
    rushed sarcastic scary scold* scrap scared shabby sham shiver* shoddy shortage shout* shrug* silent silly skeptical
    sketch sleepless slacking slog sluggish smells smirk* snark* sneer* snobby soaked soggy sore sour spill* spoil* stain*
    starv* stench sticky stingy strict stupidly substandard suffer* surly suspicious sweat* sweltering tacky tasteless
    tedious tense thirsty tight tiny torn tragic trauma* tricky unacceptably unappetizing unattentive unaware unbearable
    uncaring unclean unclear uncomfortabl* undercooked underpaid understaffed uneven unexpected unfinished unfortunate*
    ungrateful unhelpfulness uninformed uninterested unjust* unkind unmanned unnecessar* unorganized unpleasant unprepared
    unprofessionalism unqualified unresolved unstable untrained unusable unwilling unworthy urine useless vague vomit
    weary whatever whine whining worn worthless worried worry worrying wreck* yell* yelled yuck screamed screaming scream
    stares stared rolled snapped mocked pretend pretending threw refusing promised supposedly apparently meanwhile`,
  trouble: `broke broken bug* blocked bounced cancel canceled cancelled canceling cancellation* cancelation cancelling cancels
    crash* charged damage* damaged dead declined defect* delay delayed delaying delays denied denies disabled disconnect*
    disappear* divert* down drop dropped drops error* expired faulty flighted frozen freeze freezes froze glitch* gone
    grounded interrupt* jammed leak* locked lose losing loses lost mechanical misplace* missed misses missing mistake*
    offline outage* overbook* overbooked oversold refund refused rejected stuck stranded stopped stops unavailable
    unresponsive twice double-charged bumped bump destroyed cracked ripped torn leaked leaking shattered incorrect invalid
    wrong failed kicked hacked hacking hacker unauthorised unauthorized malfunction* maintenance late later rebook
    rebooked rebooking reschedul* misconnect* displaced vanished never bankrupt bent blank bleed* blew botch* bricked
    buffering buggy bungl* chipped clog* closed cooked corrupted crack* cut cutoff declin* deduct* deleted dent* detour*
    ditch* downgrad* drained dripping dying empty expir* fail* fault* fell flat flood* forgot fumbled ghosted goofed inop
    inoperable intermittent jam lapsed leak litter malfunctioning miscommunicat* misdirect* misconnect misdeliver*
    mishandl* mislabel* mispell* misplaced misprint* misrouted misspelled mixup mix-up nonexistent obsolete outdated
    overcharge* overbill* overdue overflowing overheat* overlook* oversell* overslept oversight postpone* pulled ran
    rattling reroute* re-route* reset scratched scratches screwed short shorted snapped spilled spinning squashed stain
    stalled standby stolen substituted swap* swapped taken tampered timeout tore trapped unanswered undelivered unfixed
    unload* unreachable unread unresolved vanish* void voided withheld without wrecked wrongly errors glitches hijacked
    loop looping ruined`,
  waiting: `wait waited waiting waits hold hours hour hrs weeks days months minutes queue queued queueing line lines still yet
    again since unanswered response respond responding reply replied answer answers answered tarmac runway stuck sitting
    standing delayed nobody noone ages forever eternity overnight hung disconnected transferred transfer callback already
    anymore another multiple repeatedly constantly several times backlog camped camping clock dragging eventually finally
    idle indefinite* lag lineup lingering longer longest overdue parked pending postponed slept slowly soon stood stagnant
    taxiing til until snail* sleeping month year years consecutive countless numerous endless* perpetual* chronic* repeat*
    same thrice`,
  thanks: `thank thanks thankyou thanx thnx thx tx ty tysm thankful cheers appreciated tks thks tanx merci gracias thankz thanku
    tyvm tnx appreciative ta`,
  asking: `can could may would will do does did is are was were have has what whats what's when whens where wheres which who whos
    whose why how hows how's any anyone anybody someone possible wondering wonder curious question questions ask asking
    wanted know please pls plz advise advice info information confirm clarify explain tell able allowed availability
    available check eligible how're if include* inquir* enquir* interested kindly link looking might options recommend
    recommendation somebody suggest* there's thoughts tips update updates wanna whether cost costs price prices open`,
  wanting: `help helping assist assistance need needs needed want fix resolve sort refund compensation compensate reimburse*
    rebook contact call email dm speak talk manager supervisor human agent rep representative rectify solution callback
    escalate explanation explanation* hotel meal voucher vouchers reissue respond ride credit reply answer somewhere
    exchange replacement return rescue sos`,
  hurry: `asap urgent urgently immediately emergency now tonight today hurry soon minutes boarding boards departs departing
    leaves leaving tomorrow deadline quickly medication insulin hospital funeral stranded danger dangerous smoke fire
    sparks gas ambulance medical bleeding trapped unsafe departure closes closing seconds landing tonite rush rushing
    instant* hypoglyc* allergic seizure unconscious overheating burning leak smelling pregnant stroke chest`,
  negation: `not no never none nothing nobody neither nor nowhere can't cannot couldn't won't wouldn't don't doesn't didn't isn't
    aren't wasn't weren't haven't hasn't hadn't shouldn't ain't without hardly barely zero lacks mustn't nil nada
    zilch nah nope aint wo needn't rarely seldom`,
  stress: `very so really extremely absolutely completely totally utterly seriously literally truly super beyond incredibly such
    entire entirely always never every ever highly freaking fricking fucking damn all insanely ridiculously massively
    hugely thoroughly wholly definitely honestly clearly obviously simply just single exactly whole actual actually
    constant basically legit mega uber hella`,
  contrast: `but however although though except unfortunately yet despite instead tho rather still whereas while sadly otherwise
    regardless nevertheless nonetheless even`,
  promotion: `follower* followers giveaway promo* bitcoin btc crypto forex casino viagra loan loans invest investment profit profits
    earn earning income cash winner prize iphone whatsapp telegram click link subscribe subscribers seo nft airdrop sugar
    hookup singles escort nudes onlyfans backlinks discount% weight-loss keto pills recover recovered recovery wallet spell
    psychic hacker ethical coupon* dm-me replica cheap-followers guaranteed passive trading signals`,
  resolved: `arrived delivered fixed found got helped landed located received recovered reimbursed refunded replaced repaired
    rescued resolved retrieved returned reunited safe saved settled solved sorted waived worked booked confirmed credited
    upgraded expedited approved rebooked`,
  news: `announc* unveil* launch* report reports reported says stock stocks shares analyst* ceo cfo exec execs executive*
    merger merge fleet profit* earnings revenue lawsuit* sues sued judge court regulator* union* contract strike pilots
    route routes podcast interview article via study survey ranked ranks ranking award awards names named hires expands
    expand* adds adding boeing airbus airport airports partnership deal deals industry market quarter percent billion
    million breaking blog blogger news headline* poll vote votes investor* forecast aviation avgeek planespotting livery
    spotted spotter* webinar conference keynote history archive photo photos video watch trailer sponsor* campaign`,
  banter: `lol lmao haha* hehe rofl jk kidding joking hmm* hey hi hello yo bro dude buddy omw selfie pic pics throwback tbt
    trivia guess final answer giveaway contest enter pick tag vs hungry thinking wonder imagine dreamt dreamed dream wish
    bet weekend vacation holiday trip friday monday morning coffee beer bound bye goodnight afternoon`,
};

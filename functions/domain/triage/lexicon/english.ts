import type { WordList } from './word-list.ts';

/** English words of customers, with the slang and the spellings of phones. `*` stands for any ending. */
export const english: WordList = {
  joy: `amazing* awesome* best brilliant* delight* excellent* exceptional* fab fabulous* fantastic* flawless* incredible*
    love loved loves lovin loving magnificent* marvel* outstanding* perfect perfection perfectly phenomenal* rock rocks rocked
    sensational spectacular* splendid* stellar superb* superstar* terrific* thrilled wonderful* wow wowed yay hooray woohoo woot
    obsessed adore* heaven* gem gems hero heroes legend legends lifesaver unforgettable stoked ecstatic bravo kudos props
    fav fave favorite favourite flawlessly heartwarming lovely beautiful* gorgeous stunning blessed unreal_good`,
  liking: `appreciat* better comfortable comfy cool courteous cute easy efficient* enjoy* fair fast fine friendl* fun funny glad
    good grateful great happy happier happily helpful hilarious honest impress impressed impressive improved kind kindness
    kindly kudos like liked nice nicest nicely patient pleasant* pleased pleasure polite* professional* prompt* proud quick
    quickly recommend* refreshing reliable relaxed respectful safe satisf* smart smile* smiling smooth* sweet tasty delicious
    thankful thoughtful warm welcome welcoming win winner worth yum yummy excited exciting congrats congratulation* congratz
    cheers congrat dope lit clutch solid sleek classy fresh gracious generous* attentive compassionate heart hugs hug
    spotless flavour* cozy helpfulness upgraded works worked fixed resolved sorted solved hooked loyal loyalty wins`,
  anger: `abysmal* appalling* atrocious* awful* bastards bs bullshit crap crappy criminal* cruel damn deceitful* deceptive despicable
    disaster* disgrace* disgust* dreadful* enraged evil fuck* wtf ffs furious* garbage hate hated hates hateful hell hellish
    horrendous* horrible* horribly horrid horrific* hideous idiot* incompeten* inexcusable infuriat* insane insult* joke laughable
    liar* lie lied lies lying livid lousy ludicrous* mad negligen* nightmare* outrage* outrageous pathetic* pissed piss ridiculous*
    rip-off ripoff rubbish scam* scum shame* shameful* shambles shambolic shit* sick sickening stupid* suck sucks sucked sucky
    terribl* thief thieves trash unacceptable* unbelievabl* unforgivable useless* vile worst worse wretched robbery screwed
    screw clown* circus fraud* crooks crook extortion* theft stole stolen robbed nonsense unreal asinine moron* trashy atrocity`,
  dislike: `annoy* ashamed bad badly bored boring bother bothered confus* cold complain* complaint* concern* crazy cramped crowded
    cheap dirty disappoint* dishonest disorgani* disrespect* dissatisf* embarrass* excuse excuses exhausted expensive fail failed
    failing fails failure filthy frustrat* gross greedy impossible inconsiderate inconvenien* inefficient inept irritat* lack
    lacking lame lazy mess messed messy miserable mistreat* misled misleading nasty neglect* overpriced overcharg* poor poorly
    pointless problem* regret* rude* rudely ruin ruined ruining sad sadly shady shocking shocked sloppy slow slower sorry stink*
    stress* smelly smelled stale struggl* terrible tired tiresome trouble troubl* ugh ugly unable unfair unfriendly unhappy
    unhelpful unimpressed unprofessional* unorgani* unreliable unsafe unsatisf* unsanitary unwelcoming upset upsetting upsets
    waste wasted wasting weak weird wrong yikes smh meh argh grr sigh nope misery letdown sucky joke downhill clueless
    careless dismissive condescending ignored ignoring ignore ignores worsen unethical illegal heartbroken crying cry tears
    painful pain hopeless helpless poorest rubbish uncomfortable unapologetic bogus subpar mediocre sketchy insufficient`,
  trouble: `broke broken bug* blocked bounced cancel canceled cancelled canceling cancellation* cancelation cancelling cancels crash*
    charged damage* damaged dead declined defect* delay delayed delaying delays denied denies disabled disconnect* disappear*
    divert* down drop dropped drops error* expired faulty flighted frozen freeze freezes froze glitch* gone grounded interrupt*
    jammed leak* locked lose losing loses lost mechanical misplace* missed misses missing mistake* offline outage* overbook*
    overbooked oversold refund refused rejected stuck stranded stopped stops unavailable unresponsive twice double-charged
    bumped bump destroyed cracked ripped torn leaked leaking shattered incorrect invalid wrong failed kicked hacked
    hacking hacker unauthorised unauthorized malfunction* maintenance late later rebook rebooked rebooking reschedul* misconnect*
    displaced vanished never`,
  waiting: `wait waited waiting waits hold hours hour hrs weeks days months minutes queue queued queueing line lines still yet
    again since unanswered response respond responding reply replied answer answers answered tarmac runway stuck sitting
    standing delayed nobody noone ages forever eternity overnight hung disconnected transferred transfer callback
    already anymore another multiple repeatedly constantly several times`,
  thanks: `thank thanks thankyou thanx thnx thx tx ty tysm thankful cheers appreciated tks thks tanx merci gracias`,
  asking: `can could may would will do does did is are was were have has what whats what's when whens where wheres which who whos whose
    why how hows how's any anyone anybody someone possible wondering wonder curious question questions ask asking wanted know
    please pls plz advise advice info information confirm clarify explain tell`,
  wanting: `help helping assist assistance need needs needed want fix resolve sort refund compensation compensate reimburse* rebook
    contact call email dm speak talk manager supervisor human agent rep representative rectify solution`,
  hurry: `asap urgent urgently immediately emergency now tonight today hurry soon minutes boarding boards departs departing leaves
    leaving tomorrow deadline quickly medication insulin hospital funeral stranded danger dangerous smoke fire sparks gas
    ambulance medical bleeding trapped unsafe`,
  negation: `not no never none nothing nobody neither nor nowhere can't cannot couldn't won't wouldn't don't doesn't didn't isn't aren't
    wasn't weren't haven't hasn't hadn't shouldn't ain't without hardly barely zero lacks mustn't`,
  stress: `very so really extremely absolutely completely totally utterly seriously literally truly super beyond incredibly such
    entire entirely always never every ever highly freaking fricking fucking damn all`,
  contrast: `but however although though except unfortunately yet despite instead tho rather`,
  promotion: `follower* followers giveaway promo* bitcoin btc crypto forex casino viagra loan loans invest investment profit profits
    earn earning income cash winner prize iphone whatsapp telegram click link subscribe subscribers seo nft airdrop sugar
    hookup singles escort nudes onlyfans backlinks discount% weight-loss keto pills recover recovered recovery wallet spell
    psychic hacker ethical coupon* dm-me replica cheap-followers guaranteed passive trading signals`,
};

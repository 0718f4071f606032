/** Words of regret and of owning a fault, in the languages that cost a line each. */
const APOLOGY = [
  // English
  /\b(?:sorry|apolog(?:y|ies|i[sz]e[ds]?|i[sz]ing)|my bad|our bad|my mistake|our mistake|our fault|my fault|forgive|pardon|regret\w*|mea culpa)\b/iu,
  /\b(?:we|i) (?:really |clearly |have |'ve )?(?:messed|mess|screwed) (?:this |that |it )?up\b|\b(?:we|i) got (?:this|that|it) wrong\b|\blet you down\b/iu,
  /\b(?:should(?:n't| not)|never should) (?:ever )?have (?:happened|been|had to)|\bthat(?:'s| is) on us\b|\bwe (?:failed|fell short)\b/iu,
  // German, French, Spanish, Italian, Portuguese, Dutch
  /\b(?:entschuldig\w*|verzeih\w*|leid\b|bedauer\w*|unser(?:e)? (?:fehler|schuld))/iu,
  /(?:désolée?s?|desolée?s?|excus\w+|pardon|navrée?s?|regrett\w+)/iu,
  /(?:\bsiento\b|\bsentimos\b|disculp\w+|perd[oó]n\w*|lament\w+)/iu,
  /(?:\bscus[aio]\w*|\bspiac\w+|desculp\w*|\bsinto muito\b|\bexcuses\b|\bspijt\w*|\bhet spijt\b)/iu,
];

/** Whether a text says sorry. */
export function apologises(text: string): boolean {
  return APOLOGY.some((words) => words.test(text));
}

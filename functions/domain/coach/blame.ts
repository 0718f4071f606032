import { plain } from '../sentences.ts';
import { FOREIGN_BLAME, FOREIGN_COMFORT } from './blame-words.ts';
import type { Rule } from './finding.ts';

const BLAMING = [
  /\byou should(?:'ve| have) (?!(?:received|got|gotten|had|been|a|an|the|your|no|any|access|now|it|to|both|two|all|already (?:received|got|had))\b)\w+/iu,
  /(?<!if |that |sorry |hear |because |since |when |why )\byou (?:did(?:n't| not)|failed to|forgot to|neglected to|refused to|never) (?:even )?(?:read|follow|check|pay|provide|tell|give|include|listen|bother|understand|fill|enter|pick|choose|ask|mention|show up|turn up|answer|inform|contact|notify|cancel|confirm|reply)\b/iu,
  /\byou(?:'ve| have)? (?:clearly|obviously|simply) (?!(?:deserve|love|know|care|need|see|have (?:great|good))\b)\w+/iu,
  /\byou must have (?:entered|typed|clicked|done|made|missed|forgotten|misread|overlooked|misunderstood|given|pressed|lost|used|dropped)\b/iu,
  /\bif (?:only )?you(?:'d| had) (?:read|checked|followed|listened|told|called|asked|paid|bothered|looked|only)\b/iu,
  /\bas (?:we|i)(?:'ve| have)? (?:already|clearly|previously|repeatedly) (?:said|told|explained|mentioned|stated|written|pointed out)\b/iu,
  /\b(?:that|this|it)(?:'s| is| was) (?:entirely |all |clearly |really |simply )?(?:your (?:own )?(?:fault|mistake|problem|error|responsibility|issue)|not our (?:fault|problem|responsibility|job|issue|mistake)|user error)\b/iu,
  /(?<!not |n't |isn't |wasn't |never |nothing is |is it )\byour own (?:fault|mistake|doing|problem)\b/iu,
  /\byou(?:'re| are) (?:wrong|mistaken|lying|overreacting|exaggerating|confused|being (?:rude|unreasonable|difficult|ridiculous))\b/iu,
  /\b(?:calm down|nobody else (?:complain\w*|has (?:this|a) problem)|no one else (?:complain\w*|has (?:this|a) problem)|(?:next time,? )?(?:please )?read the (?:terms|manual|instructions|small print|conditions|description)(?: (?:first|properly|carefully|next time))|not our (?:fault|problem)\b)/iu,
  ...FOREIGN_BLAME,
];
/** "It is not your fault" comforts. */
const COMFORT =
  /\b(?:not|isn't|wasn't|never|no way|n't) (?:at all |in any way )?(?:your (?:own )?(?:fault|mistake|problem|error|responsibility)|say you)\b|\byou(?:'re| are) not (?:wrong|overreacting|exaggerating)\b/iu;

/** Says that an answer puts the fault on the customer. */
export const blame: Rule = ({ reply }) => {
  const text = plain(reply);
  if (COMFORT.test(text) || FOREIGN_COMFORT.test(text)) return undefined;
  const words = BLAMING.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
  if (words === undefined) return undefined;
  return {
    why: `“${words}” puts the fault on the customer.`,
    suggestion: 'Say what can be done from here; whose fault it was helps nobody, least of all in public.',
    level: 'hint',
  };
};

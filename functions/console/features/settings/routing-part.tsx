import { useQuery } from '@tanstack/react-query';
import { PolicyBook, RoutingBook, type RoutingRule } from '../../api/settings.ts';
import { teamsQuery } from '../../desk-queries.ts';
import { useDesk } from '../../session/desk-context.ts';
import { settings } from '../../words/settings.ts';
import { DocumentPart } from './document-part.tsx';
import { Entries } from './entries.tsx';
import { RoutingTrial } from './routing-trial.tsx';
import { RuleFields } from './rule-fields.tsx';
import { warningsOf } from './rule-warnings.tsx';
import { idFrom, textOf } from './texts.ts';

const words = settings.routing;

/** Where new conversations go, and a way to try it before it holds. */
export default function RoutingPart() {
  const { client } = useDesk();
  const { data: teams = [] } = useQuery(teamsQuery(client));
  const { data: policies } = useQuery({
    queryKey: ['settings', 'policies', 'names'],
    queryFn: ({ signal }) => client.read('/api/settings/policies', PolicyBook, signal),
  });
  const names = {
    policies: policies?.policies.map(({ id }) => id) ?? [],
    calendars: Object.keys(policies?.calendars ?? {}),
  };
  return (
    <DocumentPart name="routing" schema={RoutingBook} title={settings.parts.routing} hint={words.hint}>
      {(book, change) => (
        <>
          <Entries
            entries={book.rules}
            isOrdered
            addWords={words.add}
            otherwise={words.none}
            nameOf={({ name }) => name}
            summaryOf={summaryOf}
            flagOf={(rule) => {
              const count = warningsOf(rule, book.warnings).length;
              return count === 0 ? undefined : words.warnings(count);
            }}
            blank={() => ({
              id: idFrom(
                'rule',
                book.rules.map(({ id }) => id),
              ),
              name: '',
              if: {},
              then: {},
            })}
            onChange={(rules) => change({ ...book, rules })}
          >
            {(rule, put) => (
              <RuleFields
                rule={rule}
                warnings={warningsOf(rule, book.warnings)}
                names={names}
                onChange={put}
              />
            )}
          </Entries>
          <RoutingTrial book={book} teamName={(id) => teams.find((team) => team.id === id)?.name ?? id} />
        </>
      )}
    </DocumentPart>
  );
}

function summaryOf({ if: conditions, then }: RoutingRule): string {
  const { channel, reason, words: said, customerFacts = [] } = conditions;
  const facts = customerFacts.map(({ key }) => key);
  const when = [textOf(channel), textOf(reason), textOf(said), textOf(facts)]
    .filter((text) => text !== '')
    .join(', ');
  const what = [then.teamId, then.priority, textOf(then.tags)].filter(Boolean).join(', ');
  return `${when || words.always} → ${what}`;
}

import type { RoutingRule, RoutingWarning } from '../../api/settings.ts';
import { settings } from '../../words/settings.ts';
import own from './settings.module.css';

/** What rules name that there is not, what comes of it, and what to do; nothing where all is well. */
export function RuleWarnings({
  warnings,
  isBesideRule = false,
}: {
  warnings: readonly RoutingWarning[];
  /** Whether it is plain which rule is meant. */
  isBesideRule?: boolean;
}) {
  if (warnings.length === 0) return null;
  return (
    <ul className={own.warnings}>
      {warnings.map(({ ruleId, rule, kind, name, text }) => (
        <li key={`${ruleId} ${kind} ${name}`}>{isBesideRule ? text : settings.routing.warned(rule, text)}</li>
      ))}
    </ul>
  );
}

/** What the desk warned of in a rule, as long as the rule still says so. */
export function warningsOf(rule: RoutingRule, warnings: readonly RoutingWarning[] = []): RoutingWarning[] {
  const { if: conditions, then } = rule;
  const named: Record<string, readonly unknown[]> = {
    team: [then.teamId],
    policy: [then.policyId],
    calendar: [conditions.calendar],
    tag: then.tags ?? [],
  };
  return warnings.filter(({ ruleId, kind, name }) => ruleId === rule.id && named[kind]?.includes(name));
}

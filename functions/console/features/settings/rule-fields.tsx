import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/NumberInput.css';
import { Checkbox, Group, NumberInput } from '@mantine/core';
import type { RoutingRule, RoutingWarning } from '../../api/settings.ts';
import styles from '../../shell/page.module.css';
import { reasons } from '../../words/inbox.ts';
import { settings } from '../../words/settings.ts';
import { channelName } from '../inbox/views.ts';
import { FactConditionFields } from './fact-condition-fields.tsx';
import {
  ChoiceField,
  channels,
  ListField,
  PriorityField,
  TeamField,
  TextField,
  VisibilityField,
} from './fields.tsx';
import { RuleWarnings } from './rule-warnings.tsx';
import own from './settings.module.css';
import { withoutBlanks } from './texts.ts';

const words = settings.routing;
type Many = string | string[] | undefined;
const listed = (value: Many): string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
const someOf = <T,>(list: readonly T[]): T[] | undefined => (list.length === 0 ? undefined : [...list]);
const orFalse = (checked: boolean): true | undefined => (checked ? true : undefined);

/** One rule: what has to be so, and what follows. */
export function RuleFields({
  rule,
  warnings,
  names,
  onChange,
}: {
  rule: RoutingRule;
  warnings: readonly RoutingWarning[];
  names: { policies: string[]; calendars: string[] };
  onChange: (rule: RoutingRule) => void;
}) {
  return (
    <>
      <RuleWarnings warnings={warnings} isBesideRule />
      <TextField
        label={settings.name}
        required
        value={rule.name}
        onChange={(name) => onChange({ ...rule, name })}
      />
      <h3 className={own.sub}>{words.if}</h3>
      <Conditions rule={rule} calendars={names.calendars} onChange={onChange} />
      <h3 className={own.sub}>{words.then}</h3>
      <Consequences rule={rule} policies={names.policies} onChange={onChange} />
    </>
  );
}

function Conditions({
  rule,
  calendars,
  onChange,
}: {
  rule: RoutingRule;
  calendars: string[];
  onChange: (rule: RoutingRule) => void;
}) {
  const conditions = rule.if;
  const set = (change: Partial<RoutingRule['if']>) =>
    onChange({ ...rule, if: withoutBlanks({ ...conditions, ...change }) });
  const several = (
    label: string,
    value: Many,
    choices: readonly (readonly [string, string])[],
    put: (value: string[] | undefined) => void,
  ) => (
    <Checkbox.Group label={label} value={listed(value)} onChange={(chosen) => put(someOf(chosen))}>
      <Group gap="sm" mt={6}>
        {choices.map(([id, name]) => (
          <Checkbox key={id} value={id} label={name} />
        ))}
      </Group>
    </Checkbox.Group>
  );
  return (
    <>
      {several(
        settings.channel,
        conditions.channel,
        channels.map((channel) => [channel, channelName(channel)] as const),
        (channel) => set({ channel }),
      )}
      {several(words.reason, conditions.reason, Object.entries(reasons), (reason) => set({ reason }))}
      <div className={styles.fields}>
        <VisibilityField value={conditions.visibility} onChange={(visibility) => set({ visibility })} />
        <ListField
          label={words.words}
          value={conditions.words}
          onChange={(said) => set({ words: someOf(said) })}
        />
        <ListField
          label={words.language}
          placeholder={words.languageHint}
          value={listed(conditions.language)}
          onChange={(language) => set({ language: someOf(language) })}
        />
        <NumberInput
          label={words.reach}
          min={0}
          value={conditions.reachAtLeast ?? ''}
          onChange={(value) => set({ reachAtLeast: value === '' ? undefined : Number(value) })}
        />
        {(calendars.length > 0 || conditions.calendar !== undefined) &&
          typeof (conditions.calendar ?? '') === 'string' && (
            <>
              <ChoiceField
                label={words.hours}
                none={words.anyHours}
                value={conditions.businessHours}
                choices={[
                  { value: 'open', label: words.open },
                  { value: 'closed', label: words.closed },
                ]}
                onChange={(businessHours) =>
                  set({
                    businessHours,
                    calendar: businessHours === undefined ? undefined : (conditions.calendar ?? calendars[0]),
                  })
                }
              />
              {conditions.businessHours && (
                <ChoiceField
                  label={words.calendar}
                  value={typeof conditions.calendar === 'string' ? conditions.calendar : undefined}
                  choices={calendars.map((name) => ({ value: name, label: name }))}
                  onChange={(calendar) => set({ calendar })}
                />
              )}
            </>
          )}
      </div>
      <FactConditionFields
        conditions={conditions.customerFacts ?? []}
        onChange={(facts) => set({ customerFacts: someOf(facts) })}
      />
      <Group gap="md">
        <Checkbox
          label={words.vip}
          checked={conditions.vip === true}
          onChange={({ currentTarget: { checked } }) => set({ vip: orFalse(checked) })}
        />
        <Checkbox
          label={words.verified}
          checked={conditions.verified === true}
          onChange={({ currentTarget: { checked } }) => set({ verified: orFalse(checked) })}
        />
      </Group>
    </>
  );
}

function Consequences({
  rule,
  policies,
  onChange,
}: {
  rule: RoutingRule;
  policies: string[];
  onChange: (rule: RoutingRule) => void;
}) {
  const { then } = rule;
  const set = (change: Partial<RoutingRule['then']>) =>
    onChange({ ...rule, then: withoutBlanks({ ...then, ...change }) });
  return (
    <>
      <div className={styles.fields}>
        <TeamField none={words.leave} value={then.teamId} onChange={(teamId) => set({ teamId })} />
        <PriorityField none={words.leave} value={then.priority} onChange={(priority) => set({ priority })} />
        <ListField label={words.tags} value={then.tags} onChange={(tags) => set({ tags: someOf(tags) })} />
        <ChoiceField
          label={words.policy}
          none={words.leave}
          value={then.policyId}
          choices={policies.map((id) => ({ value: id, label: id }))}
          onChange={(policyId) => set({ policyId })}
        />
      </div>
      <Checkbox
        label={words.stop}
        checked={then.stop === true}
        onChange={({ currentTarget: { checked } }) => set({ stop: orFalse(checked) })}
      />
    </>
  );
}

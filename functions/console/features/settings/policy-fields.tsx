import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/NumberInput.css';
import { ActionIcon, Button, Checkbox, NumberInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Policy } from '../../api/settings.ts';
import styles from '../../shell/page.module.css';
import { settings } from '../../words/settings.ts';
import {
  ChannelField,
  ChoiceField,
  LongField,
  PriorityField,
  TextField,
  VisibilityField,
} from './fields.tsx';
import own from './settings.module.css';
import { withoutBlanks } from './texts.ts';
import { WrittenDuration } from './written-duration.tsx';

const words = settings.policies;
const AROUND_THE_CLOCK = '24x7';

/** One rule for deadlines: which conversations, how long, by which hours, and who is told. */
export function PolicyFields({
  policy,
  calendars,
  onChange,
}: {
  policy: Policy;
  calendars: string[];
  onChange: (policy: Policy) => void;
}) {
  const { id, match, targets, calendar, warnAt, acknowledgement } = policy;
  const set = (change: Partial<Policy>) => onChange({ ...policy, ...change });
  const setMatch = (change: Partial<Policy['match']>) =>
    set({ match: withoutBlanks({ ...match, ...change }) });
  return (
    <>
      <div className={styles.fields}>
        <TextField label={settings.name} value={id} onChange={(value) => set({ id: value })} required />
        <ChannelField value={match.channel} onChange={(channel) => setMatch({ channel })} />
        <VisibilityField value={match.visibility} onChange={(visibility) => setMatch({ visibility })} />
        <PriorityField
          none={settings.anyPriority}
          value={match.priority}
          onChange={(priority) => setMatch({ priority })}
        />
        <WrittenDuration
          label={words.first}
          value={targets.firstResponse}
          onChange={(firstResponse) => set({ targets: { ...targets, firstResponse } })}
        />
        <WrittenDuration
          label={words.next}
          value={targets.nextResponse}
          onChange={(nextResponse) => set({ targets: { ...targets, nextResponse } })}
        />
        {typeof calendar === 'string' && (
          <ChoiceField
            label={words.calendar}
            value={calendar}
            choices={[
              { value: AROUND_THE_CLOCK, label: words.aroundTheClock },
              ...calendars.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(value) => set({ calendar: value ?? AROUND_THE_CLOCK })}
          />
        )}
        <NumberInput
          label={words.warn}
          min={1}
          max={99}
          value={Math.round(warnAt * 100)}
          onChange={(value) => set({ warnAt: Number(value) / 100 })}
        />
      </div>
      <Escalation policy={policy} onChange={set} />
      <LongField
        label={words.acknowledgement}
        description={words.acknowledgementHint}
        value={acknowledgement?.text ?? ''}
        onChange={(text) => onChange(withAcknowledgement(policy, text))}
      />
      {acknowledgement && (
        <Checkbox
          label={words.inPublic}
          checked={acknowledgement.inPublic ?? false}
          onChange={({ currentTarget: { checked } }) =>
            set({ acknowledgement: { ...acknowledgement, inPublic: checked } })
          }
        />
      )}
    </>
  );
}

function Escalation({ policy, onChange }: { policy: Policy; onChange: (change: Partial<Policy>) => void }) {
  const { escalation } = policy;
  const put = (index: number, change: Partial<Policy['escalation'][number]>) =>
    onChange({
      escalation: escalation.map((step, at) => (at === index ? { ...step, ...change } : step)),
    });
  return (
    <>
      <h3 className={own.sub}>{words.escalation}</h3>
      {escalation.map(({ after, to }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
        <div key={index} className={own.line}>
          <WrittenDuration
            label={words.after}
            value={after}
            onChange={(value) => put(index, { after: value })}
          />
          <TextField
            label={words.to}
            placeholder={words.toHint}
            value={to}
            onChange={(value) => put(index, { to: value })}
          />
          <ActionIcon
            aria-label={words.removeStep}
            onClick={() => onChange({ escalation: escalation.filter((_, at) => at !== index) })}
          >
            <IconTrash size={15} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <span>
        <Button
          variant="subtle"
          size="compact-xs"
          onClick={() => onChange({ escalation: [...escalation, { after: 'PT30M', to: 'lead' }] })}
        >
          {words.addStep}
        </Button>
      </span>
    </>
  );
}

function withAcknowledgement({ acknowledgement, ...policy }: Policy, text: string): Policy {
  return text === '' ? { ...policy } : { ...policy, acknowledgement: { ...acknowledgement, text } };
}

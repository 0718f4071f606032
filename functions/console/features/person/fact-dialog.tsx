import { ActionIcon, Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Contact, Fact } from '../../api/contact.ts';
import { FormDialog } from '../../shell/dialog.tsx';
import styles from '../../shell/page.module.css';
import { useAct } from '../../shell/use-act.ts';
import { person as words } from '../../words/person.ts';
import { type EditedFact, editable, factOf } from './edited-fact.ts';
import own from './person.module.css';

/** Changes what we know of somebody: their name, facts with their kinds, and a note. */
export default function FactDialog({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const [name, setName] = useState(contact.name ?? '');
  const [note, setNote] = useState(contact.note ?? '');
  const [facts, setFacts] = useState<EditedFact[]>(() => contact.facts.map(editable));
  const put = (number: number, change: Partial<EditedFact>) =>
    setFacts(facts.map((fact) => (fact.number === number ? { ...fact, ...change } : fact)));
  const add = (key: string, type: Fact['type']) => {
    const number = 1 + facts.reduce((most, fact) => Math.max(most, fact.number), 0);
    setFacts([...facts, { number, key, type, value: type === 'flag' ? 'yes' : '', until: '' }]);
  };
  const save = useAct(
    (client) =>
      client.write(`/api/contacts/${contact.id}`, Contact, {
        method: 'PATCH',
        body: {
          facts: facts.flatMap((fact) => factOf(fact) ?? []),
          note: note.trim() || null,
          ...(name.trim() !== (contact.name ?? '') && { name: name.trim() || null }),
        },
      }),
    { done: words.saved, changes: [['contact', contact.id]], quiet: true },
  );
  const hasBirthday = facts.some(({ key }) => key === words.birthdayKey);
  return (
    <FormDialog
      title={words.facts}
      yes={words.save}
      size="lg"
      busy={save.isPending}
      error={save.error}
      onClose={onClose}
      onSubmit={() => save.mutate(undefined, { onSuccess: onClose })}
    >
      <TextInput
        label={words.name}
        value={name}
        onChange={({ currentTarget: { value } }) => setName(value)}
      />
      {facts.map((fact) => (
        <FactFields
          key={fact.number}
          fact={fact}
          onChange={(change) => put(fact.number, change)}
          onRemove={() => setFacts(facts.filter(({ number }) => number !== fact.number))}
        />
      ))}
      <span className={styles.buttons}>
        <Button variant="default" onClick={() => add('', 'text')}>
          {words.add}
        </Button>
        {!hasBirthday && (
          <Button variant="subtle" onClick={() => add(words.birthdayKey, 'date')}>
            {words.birthday}
          </Button>
        )}
      </span>
      <Textarea
        size="xs"
        label={words.note}
        description={words.noteHint}
        autosize
        minRows={2}
        value={note}
        onChange={({ currentTarget: { value } }) => setNote(value)}
      />
    </FormDialog>
  );
}

const inputTypes = { text: 'text', date: 'date', number: 'number' } as const;

function FactFields({
  fact: { key, type, value, until },
  onChange,
  onRemove,
}: {
  fact: EditedFact;
  onChange: (change: Partial<EditedFact>) => void;
  onRemove: () => void;
}) {
  return (
    <div className={own.fact}>
      <TextInput
        label={words.key}
        value={key}
        onChange={({ currentTarget }) => onChange({ key: currentTarget.value })}
      />
      <NativeSelect
        label={words.type}
        value={type}
        data={Object.entries(words.types).map(([kind, label]) => ({ value: kind, label }))}
        onChange={({ currentTarget }) => {
          const chosen = Fact.shape.type.safeParse(currentTarget.value).data;
          if (chosen) onChange({ type: chosen, value: chosen === 'flag' ? 'yes' : '' });
        }}
      />
      {type === 'flag' ? (
        <NativeSelect
          label={words.value}
          value={value}
          data={[
            { value: 'yes', label: words.yes },
            { value: 'no', label: words.no },
          ]}
          onChange={({ currentTarget }) => onChange({ value: currentTarget.value })}
        />
      ) : (
        <TextInput
          label={words.value}
          type={inputTypes[type]}
          value={value}
          onChange={({ currentTarget }) => onChange({ value: currentTarget.value })}
        />
      )}
      <TextInput
        label={words.until}
        type="date"
        value={until}
        onChange={({ currentTarget }) => onChange({ until: currentTarget.value })}
      />
      <ActionIcon aria-label={words.remove(key || words.fact)} onClick={onRemove}>
        <IconTrash size={15} aria-hidden />
      </ActionIcon>
    </div>
  );
}

import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { may, useDesk } from '../../session/desk-context.ts';
import { Page } from '../../shell/page.tsx';
import { reports as words } from '../../words/reports.ts';
import { PromisesPart } from './promises-part.tsx';
import { TriagePart } from './triage-part.tsx';
import { WaitingPart } from './waiting-part.tsx';

/** How the desk does: who waits, what became of promises, and how well messages are read. */
export default function ReportsScreen() {
  const { me } = useDesk();
  const [days, setDays] = useState(30);
  return (
    <Page
      title={words.title}
      sub={words.sub}
      actions={
        <NativeSelect
          aria-label={words.days.label}
          value={String(days)}
          data={words.days.values.map((value) => ({ value: String(value), label: words.days.of(value) }))}
          onChange={({ currentTarget: { value } }) => setDays(Number(value))}
        />
      }
    >
      <WaitingPart />
      <PromisesPart days={days} />
      {may(me, 'lead') && <TriagePart days={days} />}
    </Page>
  );
}

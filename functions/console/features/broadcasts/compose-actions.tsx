import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { Broadcast } from '../../api/broadcast.ts';
import type { Client } from '../../api/client.ts';
import { may, useDesk } from '../../session/desk-context.ts';
import { ask } from '../../shell/overlays.ts';
import { useAct } from '../../shell/use-act.ts';
import { audienceNames, broadcasts as words } from '../../words/broadcasts.ts';
import { changeOf, draftOf, type Form, isSayable } from './form.ts';
import { broadcastsKey } from './queries.ts';

const ScheduleDialog = lazy(() => import('./schedule-dialog.tsx'));

/** When something is published, and by whose clock that was meant. */
interface When {
  publishAt: string;
  timeZone: string;
}

/** The steps that somebody may take with a broadcast; `save` alone keeps what was written. */
type Step = 'save' | 'propose' | 'approve' | 'publish' | 'cancel';

const done: Record<Step, string> = {
  save: words.saved,
  propose: words.proposed,
  approve: words.approved,
  publish: words.publishing,
  cancel: words.cancelled,
};

/** What can be done with a broadcast while it is written: whoever may not publish proposes it. */
export function ComposeActions({
  broadcast,
  form,
  isChanged,
  onSaved,
}: {
  broadcast: Broadcast | undefined;
  form: Form;
  isChanged: boolean;
  onSaved: (saved: Broadcast) => void;
}) {
  const { me } = useDesk();
  const [, go] = useLocation();
  const [scheduling, setScheduling] = useState(false);
  const act = useAct(
    async (client, { step, when }: { step: Step; when?: When }) => {
      const saved = await save(client, broadcast, form, isChanged && step !== 'cancel');
      if (step === 'save') return { saved, step };
      const body = step === 'publish' ? when : undefined;
      return {
        step,
        saved: await client.write(`/api/broadcasts/${saved.id}/${step}`, Broadcast, { body }),
      };
    },
    { done: ({ step }) => done[step], changes: [[...broadcastsKey]] },
  );
  const run = (step: Step, when?: When) =>
    act.mutate(
      { step, ...(when && { when }) },
      {
        onSuccess({ saved }) {
          onSaved(saved);
          if (!broadcast) go(`/broadcasts/${saved.id}`, { replace: true });
        },
      },
    );
  const publishNow = async () => {
    const text = words.publishText(form.spoken.audiences.map((one) => audienceNames[one]).join(', '));
    if (await ask({ title: words.publishTitle, text, yes: words.publish })) run('publish');
  };
  const cancel = async () => {
    if (await ask({ title: words.cancelTitle, text: words.cancelText, yes: words.cancel, danger: true }))
      run('cancel');
  };
  const isLead = may(me, 'lead');
  const state = broadcast?.state ?? 'draft';
  const isApproved = state === 'approved' && !isChanged;
  const mayCancel = broadcast && (isLead || (broadcast.createdBy.id === me.id && state !== 'approved'));
  const common = { disabled: !isSayable(form), loading: act.isPending };
  return (
    <>
      {mayCancel && (
        <Button variant="subtle" disabled={act.isPending} onClick={() => void cancel()}>
          {words.cancel}
        </Button>
      )}
      {(isChanged || !broadcast) && (
        <Button variant="default" {...common} onClick={() => run('save')}>
          {broadcast ? words.save : words.create}
        </Button>
      )}
      {!isLead && (state === 'draft' || isChanged) && (
        <Button {...common} title={words.proposeHint} onClick={() => run('propose')}>
          {words.propose}
        </Button>
      )}
      {isLead && !isApproved && (
        <Button {...common} onClick={() => run('approve')}>
          {words.approve}
        </Button>
      )}
      {isLead && isApproved && (
        <>
          <Button variant="default" {...common} onClick={() => setScheduling(true)}>
            {words.schedule}
          </Button>
          <Button {...common} onClick={() => void publishNow()}>
            {words.publish}
          </Button>
        </>
      )}
      {scheduling && (
        <Suspense>
          <ScheduleDialog
            timeZone={form.timeZone}
            onClose={() => setScheduling(false)}
            onChosen={(when) => run('publish', when)}
          />
        </Suspense>
      )}
    </>
  );
}

/** Keeps what was written, unless it is kept already. */
async function save(
  client: Client,
  broadcast: Broadcast | undefined,
  form: Form,
  isChanged: boolean,
): Promise<Broadcast> {
  if (!broadcast) return client.write('/api/broadcasts', Broadcast, { body: draftOf(form) });
  if (!isChanged) return broadcast;
  const body = { ...changeOf(form), version: broadcast.version };
  return client.write(`/api/broadcasts/${broadcast.id}`, Broadcast, { method: 'PATCH', body });
}

import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Message } from '../../api/detail.ts';
import { conversation as words } from '../../words/conversation.ts';
import { desk } from '../../words/desk.ts';
import type { useMessageAction } from './use-message-action.ts';

/** Changes what a message of ours says on the platform. */
export default function EditDialog({
  message,
  act,
  onClose,
}: {
  message: Message;
  act: ReturnType<typeof useMessageAction>;
  onClose: () => void;
}) {
  const [text, setText] = useState(message.text);
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.actions.editTitle}
      closeButtonProps={{ 'aria-label': desk.close }}
    >
      <Textarea
        autosize
        minRows={3}
        maxRows={12}
        data-autofocus
        aria-label={words.actions.editTitle}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group justify="flex-end" gap="xs" mt="sm">
        <Button variant="default" onClick={onClose}>
          {desk.cancel}
        </Button>
        <Button
          disabled={text.trim() === '' || text === message.text}
          loading={act.isPending}
          onClick={() => act.mutate({ id: message.id, action: 'edit', text }, { onSuccess: onClose })}
        >
          {words.actions.save}
        </Button>
      </Group>
    </Modal>
  );
}

import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Button, Group, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { desk } from '../words/desk.ts';
import { useHeld } from './held.ts';
import { type Question, question } from './overlays.ts';

/** The question that is asked now. */
export default function QuestionDialog() {
  const asked = useHeld(question);
  // It closes with its words still on it.
  const [shown, setShown] = useState<Question>();
  useEffect(() => {
    if (asked) setShown(asked);
  }, [asked]);
  return (
    <Modal
      opened={asked !== undefined}
      onClose={() => asked?.answer(false)}
      title={shown?.title}
      closeButtonProps={{ 'aria-label': desk.close }}
      size="sm"
    >
      {shown?.text && <p>{shown.text}</p>}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => asked?.answer(false)}>
          {desk.cancel}
        </Button>
        <Button data-autofocus {...(shown?.danger && { color: 'red.8' })} onClick={() => asked?.answer(true)}>
          {shown?.yes}
        </Button>
      </Group>
    </Modal>
  );
}

import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import { Button, Group, Modal } from '@mantine/core';
import { desk } from '../../words/desk.ts';
import { reply as words } from '../../words/reply.ts';
import styles from './reply.module.css';
import { changedMeanwhile, doubtsOf, type Sending } from './use-send.ts';

/** Asks before an answer leaves into a conversation that changed, or with something in it that should perhaps not be public. */
export default function SendingProblem({
  error,
  onClose,
  onSend,
}: {
  error: unknown;
  onClose: () => void;
  onSend: (how: Partial<Sending>) => void;
}) {
  const meanwhile = changedMeanwhile(error);
  const doubts = doubtsOf(error) ?? [];
  const isChange = meanwhile !== undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={isChange ? words.changed.title : words.confirm.title}
      closeButtonProps={{ 'aria-label': desk.close }}
    >
      {isChange ? (
        <>
          <p>{meanwhile.length > 0 ? words.changed.text : words.changed.gone}</p>
          {meanwhile.map(({ id, text }) => (
            <blockquote key={id} className={styles.meanwhile}>
              {text}
            </blockquote>
          ))}
        </>
      ) : (
        <ul>
          {doubts.map(({ why, suggestion }) => (
            <li key={why}>
              {why} {suggestion}
            </li>
          ))}
        </ul>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => onSend(isChange ? { anyway: true } : { confirmed: true })}>
          {isChange ? words.changed.anyway : words.confirm.yes}
        </Button>
        <Button data-autofocus onClick={onClose}>
          {words.changed.read}
        </Button>
      </Group>
    </Modal>
  );
}

import type { ChannelSender } from '../../../functions/channels/sending.ts';
import type { MediaDesk } from '../../../functions/copy-media.ts';
import type { Attachment, Message } from '../../../functions/domain/message.ts';
import type { Bucket } from '../../../functions/media/bucket.ts';
import type { NamingDesk } from '../../../functions/name-person.ts';
import { commit } from '../../../functions/store/commit.ts';
import { getMessage } from '../../../functions/store/conversations.ts';
import { orderedId } from '../../../functions/store/ordered-id.ts';
import type { Table } from '../../../functions/store/table.ts';
import { type RecordedTelemetry, recordTelemetry } from '../handlers/recorded-telemetry.ts';
import { NOW, opening, sampleConversation, sampleMessage } from '../store/sample.ts';

/** Everything that copying needs, at a real table and a real bucket. */
export interface TestMediaDesk {
  services: MediaDesk & NamingDesk & { telemetry: RecordedTelemetry };
  /** Stores a message of a customer with these attachments. */
  receive(attachments: Attachment[], fields?: Partial<Message>): Promise<Message>;
  /** The attachments as they are stored now. */
  attachmentsOf(message: Message): Promise<Attachment[]>;
}

let customers = 0;

/** Files may be fetched from `origins`, and are asked for as `sender` says. */
export function mediaDesk(
  table: Table,
  bucket: Bucket,
  origins: string[],
  sender?: ChannelSender,
): TestMediaDesk {
  const services = {
    desk: { table, clock: () => NOW, orderedId },
    telemetry: recordTelemetry(),
    bucket,
    originsOf: (channel: string) => (channel === 'x' ? origins : []),
    senderOf: () => sender,
    secrets: { of: async () => ({ signingKeys: ['key'], accounts: {} }) },
    nonce: () => 'nonce',
    apiUrlOf: () => '',
    fetch,
  };
  return {
    services,
    receive: async (attachments, fields = {}) => {
      customers += 1;
      const conversation = sampleConversation(`customer-${customers}`);
      const message = sampleMessage(conversation, `m${customers}`, { attachments, ...fields });
      await commit(table, opening(conversation, message));
      return message;
    },
    attachmentsOf: async ({ id }) => (await getMessage(table, id))?.attachments ?? [],
  };
}

import type { Message } from '../domain/message.ts';
import { withAddresses } from '../media/shown.ts';
import { messageView } from './representation.ts';
import type { ApiServices } from './services.ts';

/** Messages as the API shows them, with addresses at which their files can be seen for a while. */
export async function shownMessages(
  messages: Message[],
  { bucket, desk }: Pick<ApiServices, 'bucket' | 'desk'>,
): Promise<ReturnType<typeof messageView>[]> {
  const shown = await withAddresses(messages, bucket, desk.clock());
  return shown.map((message) => messageView(message, undefined));
}

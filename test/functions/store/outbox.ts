import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Announcement } from '../../../functions/domain/events.ts';
import { outboxPrefix } from '../../../functions/store/keys.ts';
import { announcementsOf } from '../../../functions/store/stream.ts';
import type { Table } from '../../../functions/store/table.ts';

/** All that was announced in a table so far, as the stream would tell it; in no order but that of each conversation. */
export async function followOutbox(table: Table): Promise<Announcement[]> {
  const announcements: Announcement[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const { Items, LastEvaluatedKey } = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        FilterExpression: 'begins_with(sk, :outbox)',
        ExpressionAttributeValues: { ':outbox': outboxPrefix },
        ExclusiveStartKey: start,
      }),
    );
    announcements.push(
      ...(Items ?? []).flatMap((item) => announcementsOf(marshall(item, { removeUndefinedValues: true }))),
    );
    start = LastEvaluatedKey;
  } while (start);
  return announcements;
}

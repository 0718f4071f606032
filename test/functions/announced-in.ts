import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Announcement } from '../../functions/domain/events.ts';
import { announcementsOf } from '../../functions/store/stream.ts';
import type { Table } from '../../functions/store/table.ts';

/** All that a table's outboxes announce under some names, oldest first. */
export async function announcedIn(table: Table, ...names: string[]): Promise<Announcement[]> {
  const { Items = [] } = await table.client.send(
    new ScanCommand({ TableName: table.name, ConsistentRead: true }),
  );
  return Items.flatMap((item) => announcementsOf(marshall(item, { removeUndefinedValues: true })))
    .filter(({ name }) => names.includes(name))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

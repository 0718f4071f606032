import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod/mini';

const Image = z.record(
  z.string(),
  z.custom<NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>[string]>(),
);

/** A record of the table's stream: what an item was, and what it is now. */
export function streamRecord(before: object | undefined, after: object | undefined): DynamoDBRecord {
  const image = (item: object) => Image.parse(marshall(item, { removeUndefinedValues: true }));
  return {
    eventName: before === undefined ? 'INSERT' : after === undefined ? 'REMOVE' : 'MODIFY',
    dynamodb: {
      ...(before && { OldImage: image(before) }),
      ...(after && { NewImage: image(after) }),
    },
  };
}

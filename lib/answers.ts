import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { DeskTable } from './desk-table.ts';
import { HarkFunction } from './hark-function.ts';

export interface AnswersProps {
  readonly table: DeskTable;
  readonly logRetention: RetentionDays;
}

/** The page on which people outside the desk answer what agents asked them by mail. */
export class Answers extends Construct {
  readonly page: HarkFunction<'answers'>;

  constructor(scope: Construct, id: string, { table, logRetention }: AnswersProps) {
    super(scope, id);
    this.page = new HarkFunction(this, 'answers', {
      name: 'answers',
      environment: { TABLE_NAME: table.table.tableName },
      logRetention,
    });
    table.grantDesk(this.page);
  }
}

import type { SQSRecord } from 'aws-lambda';
import { readStatusNews } from '../published.ts';
import { openBucket } from '../services/media-bucket.ts';
import { openTable } from '../services/table.ts';
import { wallClock } from '../services/wall-clock.ts';
import { worker } from '../shell.ts';
import { drawStatusPage, type StatusDesk } from '../status-page.ts';
import { publishStatus } from '../store/status.ts';
import type { Telemetry } from '../telemetry.ts';

interface Services extends StatusDesk {
  telemetry: Telemetry;
}

export const handler = worker(
  'status-page',
  ({ TABLE_NAME, STATUS_BUCKET, STATUS_URL }, telemetry): Services => ({
    table: openTable(TABLE_NAME),
    clock: wallClock,
    bucket: openBucket(STATUS_BUCKET),
    statusUrl: STATUS_URL,
    telemetry,
  }),
  { record: showStatus },
);

/** Puts what was published on the status page; the clock's own messages only let it be drawn anew, as another day begins. */
export async function showStatus({ body }: Pick<SQSRecord, 'body'>, services: Services): Promise<void> {
  const news = await readStatusNews(body, services.table);
  if (news) await publishStatus(services.table, news, services.clock());
  const written = await drawStatusPage(services);
  if (written.length > 0) services.telemetry.info('drew the status page', { files: written });
}

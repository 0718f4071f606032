import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { startFauxqs } from 'fauxqs';
import { listen } from '../../lib/local/listening.ts';
import { clientSettings } from '../../lib/local/local-credentials.ts';
import { queueUrl } from '../../lib/local/physical-names.ts';
import { readBody } from '../../lib/local/platforms/http-body.ts';
import { getSecretValue, localSecrets } from '../../lib/local/secrets.ts';
import { secretArn } from './aws-stand-in.ts';

/**
 * SQS and Secrets Manager in a process of their own, so that they do not share a thread with what is measured. Prints where
 * they are, and ends when its standard input closes.
 */

const engine = await startFauxqs({ port: 0, logger: false });
const endpoint = `http://127.0.0.1:${engine.port}`;
const client = new SQSClient(clientSettings(endpoint));
const queues = await Promise.all(['ours.fifo', 'bare.fifo'].map(createQueue));

const values = new Map(
  Object.entries(localSecrets).map(([channel, secret]) => [secretArn(channel), JSON.stringify(secret)]),
);
const secrets = await listen(0, async (request, response) => {
  const answer = getSecretValue(values, JSON.parse((await readBody(request)).toString('utf8')));
  response.writeHead(answer ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' });
  response.end(JSON.stringify(answer ?? { __type: 'ResourceNotFoundException' }));
});
process.stdout.write(`${JSON.stringify({ sqs: endpoint, secrets: secrets.url, queues })}\n`);
process.stdin.on('end', () => process.exit(0)).resume();

async function createQueue(QueueName: string): Promise<string> {
  const Attributes = {
    FifoQueue: 'true',
    DeduplicationScope: 'messageGroup',
    FifoThroughputLimit: 'perMessageGroupId',
  };
  await client.send(new CreateQueueCommand({ QueueName, Attributes }));
  return queueUrl(endpoint, QueueName);
}

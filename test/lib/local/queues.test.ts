import { type Message, ReceiveMessageCommand } from '@aws-sdk/client-sqs';
import { expect, onTestFinished, test } from 'vitest';
import { createResolver } from '../../../lib/local/intrinsics.ts';
import { createQueues, type QueueEngine, startQueues } from '../../../lib/local/queues.ts';
import { parseTemplate } from '../../../lib/local/template.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function start(folder: string): Promise<QueueEngine> {
  const engine = await startQueues(folder);
  onTestFinished(() => engine.stop());
  return engine;
}

async function receive(engine: QueueEngine, name: string): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: engine.url(name),
    MessageSystemAttributeNames: ['All'],
  });
  return (await engine.client.send(command)).Messages ?? [];
}

test('a message that was in flight when the runner died is there again at once, as if it had not been received', async () => {
  const folder = temporaryFolder();
  const first = await startQueues(folder);
  await first.ensure('work', { VisibilityTimeout: '600' });
  await first.send('arn:aws:sqs:us-east-1:000000000000:work', 'important');
  expect(await receive(first, 'work')).toHaveLength(1);
  expect(await receive(first, 'work')).toHaveLength(0);
  await first.stop();

  const second = await start(folder);
  await second.ensure('work', { VisibilityTimeout: '600' });
  const [message] = await receive(second, 'work');
  expect(message?.Body).toBe('important');
  expect(message?.Attributes?.ApproximateReceiveCount).toBe('1');
});

test('a queue whose settings changed keeps its messages', async () => {
  const engine = await start(temporaryFolder());
  await engine.ensure('work', { VisibilityTimeout: '30' });
  await engine.send('work', 'kept');
  await engine.ensure('work', { VisibilityTimeout: '60' });
  expect((await receive(engine, 'work')).map((message) => message.Body)).toEqual(['kept']);
});

test('queues of the template get its settings, FIFO queues the ending that SQS asks for', async () => {
  const engine = await start(temporaryFolder());
  const template = parseTemplate({
    Resources: {
      Inbound: {
        Type: 'AWS::SQS::Queue',
        Properties: { FifoQueue: true, RedrivePolicy: { deadLetterTargetArn: 'arn:x', maxReceiveCount: 5 } },
      },
    },
  });
  await createQueues(template, createResolver(template, 'Desk', new Map()), engine);
  await engine.send('Inbound.fifo', 'hello', { group: 'g', deduplicationId: 'd' });
  expect((await receive(engine, 'Inbound.fifo')).map((message) => message.Body)).toEqual(['hello']);
});

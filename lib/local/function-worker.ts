import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod/mini';

/** One instance of one function, in a worker: imports the bundle once, then answers one invocation after the other. */

const Start = z.object({
  file: z.string(),
  exportName: z.string(),
  functionName: z.string(),
  functionArn: z.string(),
  memory: z.number(),
});
const Invoke = z.object({ requestId: z.string(), event: z.string(), deadline: z.number() });

process.setSourceMapsEnabled(true);
const start = Start.parse(workerData);
const bundle: Record<string, unknown> = await import(pathToFileURL(start.file).href);
const handler = bundle[start.exportName];
if (typeof handler !== 'function') throw new Error(`${start.file} has no function ${start.exportName}.`);

parentPort?.on('message', async (message) => {
  const { requestId, event, deadline } = Invoke.parse(message);
  try {
    const result: unknown = await handler(JSON.parse(event), context(requestId, deadline));
    parentPort?.postMessage({ requestId, result: JSON.stringify(result ?? null) });
  } catch (error) {
    parentPort?.postMessage({ requestId, error: describe(error) });
  }
});
parentPort?.postMessage({ ready: true });

function context(requestId: string, deadline: number) {
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: false,
    functionName: start.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: start.functionArn,
    memoryLimitInMB: String(start.memory),
    logGroupName: `/aws/lambda/${start.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

function describe(error: unknown) {
  if (error instanceof Error) {
    return { type: error.name, message: error.message, stack: error.stack ?? '' };
  }
  return { type: 'Error', message: String(error), stack: '' };
}

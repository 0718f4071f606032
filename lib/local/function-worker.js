import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/*
 * One instance of one function, in a worker: imports the bundle once, then answers one invocation after the other. It is
 * JavaScript without imports of ours, because TypeScript would make every instance load Node's type stripper first.
 */

const { file, exportName, functionName, functionArn, memory } = workerData;

process.setSourceMapsEnabled(true);
const bundle = await import(pathToFileURL(file).href);
const handler = bundle[exportName];
if (typeof handler !== 'function') throw new Error(`${file} has no function ${exportName}.`);

parentPort.on('message', async ({ requestId, event, deadline }) => {
  try {
    const result = await handler(JSON.parse(event), context(requestId, deadline));
    parentPort.postMessage({ requestId, result: JSON.stringify(result ?? null) });
  } catch (error) {
    parentPort.postMessage({ requestId, error: describe(error) });
  }
});
parentPort.postMessage({ ready: true });

function context(requestId, deadline) {
  return {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionArn,
    memoryLimitInMB: String(memory),
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

function describe(error) {
  if (error instanceof Error) return { type: error.name, message: error.message, stack: error.stack ?? '' };
  return { type: 'Error', message: String(error), stack: '' };
}

import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import * as z from 'zod/mini';

/** A function of the template, ready to run. */
export interface FunctionDefinition {
  logicalId: string;
  /** Short name for people, such as `webhook`. */
  name: string;
  /** Name and ARN that AWS would show. */
  functionName: string;
  arn: string;
  /** The bundle and the export in it. */
  file: string;
  exportName: string;
  timeoutSeconds: number;
  memory: number;
  environment: Record<string, string>;
  /** How many instances may run at once. */
  concurrency: number;
}

/** An invocation that failed, with the error as the function (or Lambda itself) would report it. */
export class InvocationError extends Error {
  override readonly name = 'InvocationError';
  /** The error's class, such as `TypeError` or `Sandbox.Timedout`. */
  readonly type: string;
  /** The function's own stack, mapped to its sources. */
  readonly trace: string;

  constructor(type: string, message: string, trace = '') {
    super(message);
    this.type = type;
    this.trace = trace;
  }
}

/** One worker that answers one invocation at a time. */
export interface FunctionInstance {
  /** @throws InvocationError */
  invoke(requestId: string, event: unknown): Promise<unknown>;
  /** False after a crash, a timeout or `end`. */
  alive(): boolean;
  end(): Promise<void>;
}

const Answer = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ requestId: z.string(), result: z.string() }),
  z.object({
    requestId: z.string(),
    error: z.object({ type: z.string(), message: z.string(), stack: z.string() }),
  }),
]);

/** Keeps an instance small; V8 would let what is new grow to many times of this before it looks what can go. */
const YOUNG_MB = 16;
/** Lambda's bound for a synchronous answer. */
const ANSWER_LIMIT_BYTES = 6 * 1024 * 1024;

/** Starts an instance. Its first invocation waits until the bundle is imported; the function's own time starts then. */
export function startInstance(
  definition: FunctionDefinition,
  onOutput: (line: string) => void,
): FunctionInstance {
  const worker = new Worker(new URL('./function-worker.js', import.meta.url), {
    env: definition.environment,
    resourceLimits: { maxOldGenerationSizeMb: definition.memory, maxYoungGenerationSizeMb: YOUNG_MB },
    workerData: {
      file: definition.file,
      exportName: definition.exportName,
      functionName: definition.functionName,
      functionArn: definition.arn,
      memory: definition.memory,
    },
    stdout: true,
    stderr: true,
  });
  for (const input of [worker.stdout, worker.stderr]) createInterface({ input }).on('line', onOutput);

  let alive = true;
  let fail: (error: InvocationError) => void = () => {};
  const ready = new Promise<void>((resolve, reject) => {
    fail = reject;
    worker.once('message', () => resolve());
  });
  // Nobody may be waiting yet when a bundle fails to load; the next invocation meets the rejection.
  ready.catch(() => {});
  const lost = (error: InvocationError) => {
    alive = false;
    fail(error);
  };
  worker.once('error', (error: unknown) => {
    const cause = error instanceof Error ? error : new Error(String(error));
    lost(new InvocationError(cause.name, cause.message, cause.stack));
  });
  worker.once('exit', (code) =>
    lost(new InvocationError('Runtime.ExitError', `The function ended itself (${code}).`)),
  );

  async function invoke(requestId: string, event: unknown): Promise<unknown> {
    await ready;
    const text = await new Promise<string>((resolve, reject) => {
      const limit = definition.timeoutSeconds * 1000;
      const timer = setTimeout(() => {
        lost(new InvocationError('Sandbox.Timedout', `Task timed out after ${limit / 1000} seconds`));
        void worker.terminate();
      }, limit);
      fail = (error) => {
        clearTimeout(timer);
        worker.off('message', settle);
        reject(error);
      };
      function settle(message: unknown): void {
        const answer = Answer.parse(message);
        if ('ready' in answer || answer.requestId !== requestId) return;
        if ('result' in answer) {
          clearTimeout(timer);
          worker.off('message', settle);
          resolve(answer.result);
        } else {
          fail(new InvocationError(answer.error.type, answer.error.message, answer.error.stack));
        }
      }
      worker.on('message', settle);
      worker.postMessage({ requestId, event: JSON.stringify(event), deadline: Date.now() + limit });
    });
    if (Buffer.byteLength(text) > ANSWER_LIMIT_BYTES) {
      throw new InvocationError('Function.ResponseSizeTooLarge', 'The answer is larger than 6 MB');
    }
    return JSON.parse(text);
  }

  return {
    invoke,
    alive: () => alive,
    async end() {
      alive = false;
      await worker.terminate();
    },
  };
}

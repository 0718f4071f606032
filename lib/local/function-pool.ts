import { randomUUID } from 'node:crypto';
import {
  type FunctionDefinition,
  type FunctionInstance,
  InvocationError,
  startInstance,
} from './function-instance.ts';

/** What the pool tells about a function while it runs. */
export interface FunctionWitness {
  /** A line that the function printed. */
  output(functionName: string, line: string): void;
  failed(functionName: string, error: InvocationError): void;
}

/** All functions of the stack. Instances start when they are needed, as in Lambda. */
export interface FunctionPool {
  definition(arn: string): FunctionDefinition;
  /**
   * Runs the function of that ARN with a JSON value, and returns the JSON value that it answered.
   * @throws InvocationError when the function threw, timed out, crashed or could not be loaded.
   */
  invoke(arn: string, event: unknown): Promise<unknown>;
  /** Waits for what runs now, `graceMs` at most, then ends all instances. */
  close(graceMs: number): Promise<void>;
}

/** Idle instances beyond the first end after this time, so that a burst does not hold memory for ever. */
const IDLE_MS = 60_000;

export function createFunctionPool(
  definitions: FunctionDefinition[],
  witness: FunctionWitness,
): FunctionPool {
  const groups = new Map(definitions.map((definition) => [definition.arn, createGroup(definition, witness)]));
  const running = new Set<Promise<unknown>>();

  function group(arn: string): Group {
    const found = groups.get(arn);
    if (found) return found;
    throw new Error(`There is no function ${arn} in the stack.`);
  }

  return {
    definition: (arn) => group(arn).definition,
    invoke(arn, event) {
      const run = group(arn).invoke(event);
      running.add(run);
      const done = () => running.delete(run);
      run.then(done, done);
      return run;
    },
    async close(graceMs) {
      const grace = new Promise((resolve) => setTimeout(resolve, graceMs).unref());
      await Promise.race([Promise.allSettled(running), grace]);
      await Promise.all([...groups.values()].map((each) => each.close()));
    },
  };
}

interface Group {
  definition: FunctionDefinition;
  invoke(event: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** The instances of one function, and the invocations that wait for one of them. */
function createGroup(definition: FunctionDefinition, witness: FunctionWitness): Group {
  const instances = new Set<FunctionInstance>();
  const idle: { instance: FunctionInstance; timer: NodeJS.Timeout }[] = [];
  const waiting: ((instance: FunctionInstance) => void)[] = [];

  function start(): FunctionInstance {
    const instance = startInstance(definition, (line) => witness.output(definition.name, line));
    instances.add(instance);
    return instance;
  }

  async function acquire(): Promise<FunctionInstance> {
    const free = idle.pop();
    if (free) {
      clearTimeout(free.timer);
      return free.instance;
    }
    if (instances.size < definition.concurrency) return start();
    return new Promise((resolve) => waiting.push(resolve));
  }

  function release(instance: FunctionInstance): void {
    if (!instance.alive()) instances.delete(instance);
    const next = waiting.shift();
    if (next) next(instance.alive() ? instance : start());
    else if (instance.alive())
      idle.push({ instance, timer: setTimeout(() => retire(instance), IDLE_MS).unref() });
  }

  function retire(instance: FunctionInstance): void {
    const place = idle.findIndex((each) => each.instance === instance);
    if (place < 0 || instances.size === 1) return;
    idle.splice(place, 1);
    instances.delete(instance);
    void instance.end();
  }

  return {
    definition,
    async invoke(event) {
      const instance = await acquire();
      try {
        return await instance.invoke(randomUUID(), event);
      } catch (error) {
        const failure =
          error instanceof InvocationError ? error : new InvocationError('Error', String(error));
        witness.failed(definition.name, failure);
        throw failure;
      } finally {
        release(instance);
      }
    },
    async close() {
      waiting.length = 0;
      await Promise.all([...instances].map((instance) => instance.end()));
    },
  };
}

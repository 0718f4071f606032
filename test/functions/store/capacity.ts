import * as z from 'zod/mini';
import type { Table } from '../../../functions/store/table.ts';

/** What some work asked of the table, in requests and in the units that AWS bills. */
export interface Cost {
  /** Requests, including those that were refused. */
  calls: number;
  /** Read request units. */
  read: number;
  /** Write request units, those of the indexes included. */
  write: number;
  /** The same by operation, such as `TransactWriteItems`. */
  operations: Record<string, { calls: number; units: number }>;
}

/** Counts what a table is asked. */
export interface Meter {
  /** Runs the work and returns what it cost. Work that is measured at the same time on the same table is counted as one. */
  cost(work: () => Promise<unknown>): Promise<Cost>;
}

const Consumed = z.object({ CapacityUnits: z.number() });
const Answer = z.object({
  ConsumedCapacity: z.optional(z.union([Consumed, z.array(Consumed)])),
});

const reading = /^(Get|BatchGet|Query|Scan|TransactGet)/;

/**
 * Puts a meter on a table's client. A refused write is counted as a call without units: the engine does not say what it cost,
 * while AWS bills it like one that went through.
 */
export function meterOf(table: Table): Meter {
  const requests: { operation: string; units: number }[] = [];
  table.client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const request = { operation: commandName.replace(/Command$/, ''), units: 0 };
        requests.push(request);
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } });
        request.units = unitsOf(answer.output);
        return answer;
      },
    { step: 'initialize', name: 'meter', override: true },
  );
  return {
    async cost(work) {
      requests.length = 0;
      await work();
      return sumOf(requests);
    },
  };
}

function unitsOf(output: unknown): number {
  const { ConsumedCapacity = [] } = Answer.parse(output);
  return [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
}

function sumOf(requests: { operation: string; units: number }[]): Cost {
  const cost: Cost = { calls: requests.length, read: 0, write: 0, operations: {} };
  for (const { operation, units } of requests) {
    const known = cost.operations[operation] ?? { calls: 0, units: 0 };
    cost.operations[operation] = { calls: known.calls + 1, units: known.units + units };
    if (reading.test(operation)) cost.read += units;
    else cost.write += units;
  }
  return cost;
}

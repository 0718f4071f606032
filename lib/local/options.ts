import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod/mini';
import { StartError } from './start-error.ts';

/** What `npm start` was asked for. */
export interface LocalOptions {
  /** TCP port of the one address that a person needs; 0 takes a free one. */
  port: number;
  /** Absolute path of the folder in which everything that must outlive a restart is kept. */
  data: string;
  /** Empty the data folder first. */
  fresh: boolean;
  /** The CDK app to run, relative to the project. */
  app: string;
  /** DynamoDB endpoint to use instead of the embedded engine. */
  dynamodbEndpoint: string | undefined;
}

export const defaultPort = 4000;

export const startUsage = `npm start -- [--port ${defaultPort}] [--data .hark] [--fresh]

  --port N    where webhooks, API, mails and sign-in answer (0: a free one)
  --data DIR  where conversations and mails are kept between two starts
  --fresh     empty that folder first

HARK_DYNAMODB_ENDPOINT=http://127.0.0.1:8000 uses that engine instead of the embedded one.`;

/**
 * Reads the command line of `npm start`; undefined means that the usage was asked for.
 * @throws StartError for an option that is unknown or has a wrong value.
 */
export function readStartOptions(args: string[], env: NodeJS.ProcessEnv): LocalOptions | undefined {
  const values = parseStart(args);
  if (values.help) return undefined;
  return {
    port: readPort(values.port),
    data: resolve(values.data),
    fresh: values.fresh,
    app: values.app,
    dynamodbEndpoint: env.HARK_DYNAMODB_ENDPOINT || undefined,
  };
}

function parseStart(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: String(defaultPort) },
        data: { type: 'string', default: '.hark' },
        fresh: { type: 'boolean', default: false },
        app: { type: 'string', default: 'bin/hark.ts' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    }).values;
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : String(error)}\n\n${startUsage}`);
  }
}

const Port = z.coerce.number().check(z.int(), z.gte(0), z.lte(65_535));

/**
 * A port number from the command line.
 * @throws StartError when it is none.
 */
export function readPort(text: string): number {
  const port = Port.safeParse(text);
  if (port.success && text.trim() !== '') return port.data;
  throw new StartError(`--port ${text} is not a port. Give a number from 0 to 65535; 0 takes any free port.`);
}

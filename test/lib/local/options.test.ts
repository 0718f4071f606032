import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readStartOptions } from '../../../lib/local/options.ts';
import { StartError } from '../../../lib/local/start-error.ts';

describe('the command line of npm start', () => {
  test('has defaults', () => {
    expect(readStartOptions([], {})).toEqual({
      port: 4000,
      data: resolve('.hark'),
      fresh: false,
      app: 'bin/hark.ts',
      dynamodbEndpoint: undefined,
    });
  });

  test('takes port, folder and fresh', () => {
    const options = readStartOptions(['--port', '0', '--data', '/tmp/desk', '--fresh'], {});
    expect(options).toMatchObject({ port: 0, data: '/tmp/desk', fresh: true });
  });

  test('takes another engine from the environment', () => {
    const env = { HARK_DYNAMODB_ENDPOINT: 'http://127.0.0.1:8000' };
    expect(readStartOptions([], env)?.dynamodbEndpoint).toBe('http://127.0.0.1:8000');
  });

  test('help asks for nothing else', () => {
    expect(readStartOptions(['--help'], {})).toBeUndefined();
  });

  const wrong: [string, string[]][] = [
    ['a port that is no number', ['--port', 'http']],
    ['an empty port', ['--port', '']],
    ['a port beyond the last', ['--port', '65536']],
    ['a port that is no whole number', ['--port', '4000.5']],
    ['an unknown option', ['--prot', '4000']],
    ['a word too many', ['4000']],
  ];
  test.each(wrong)('%s is told in a sentence', (_name, args) => {
    expect(() => readStartOptions(args, {})).toThrow(StartError);
  });
});

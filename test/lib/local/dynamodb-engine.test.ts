import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openDataFolder } from '../../../lib/local/data-folder.ts';
import { startDynamodb } from '../../../lib/local/dynamodb-engine.ts';
import { createTables, deleteTables } from '../../../lib/local/tables.ts';
import { parseTemplate } from '../../../lib/local/template.ts';
import { eventually } from './eventually.ts';
import { temporaryFolder } from './temporary-folder.ts';

const template = parseTemplate({
  Resources: {
    Desk: {
      Type: 'AWS::DynamoDB::GlobalTable',
      Properties: {
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      },
    },
  },
});

function openFolder(path = temporaryFolder()) {
  const folder = openDataFolder(path, false);
  onTestFinished(() => folder.close());
  return folder;
}

async function start(folder = openFolder(), endpoint?: string) {
  const lost: string[] = [];
  const engine = await startDynamodb(folder, endpoint, (reason) => lost.push(reason));
  onTestFinished(() => engine.stop());
  return { folder, engine, lost, pid: () => Number(readFileSync(folder.file('dynamodb.pid'), 'utf8')) };
}

test('tables are made once, and found again with the same stream', async () => {
  const { engine, folder } = await start();
  const first = await createTables(template, engine.endpoint, folder.id);
  expect([...first.keys()]).toEqual([`Desk-${folder.id}`]);
  expect(await createTables(template, engine.endpoint, folder.id)).toEqual(first);
});

test('an engine that is killed comes back on the same address with its tables', async () => {
  const { engine, folder, lost, pid } = await start();
  const streams = await createTables(template, engine.endpoint, folder.id);
  const killed = pid();
  process.kill(killed, 'SIGKILL');
  await eventually('another engine', () => pid() !== killed || undefined);
  expect(await createTables(template, engine.endpoint, folder.id)).toEqual(streams);
  expect(lost).toEqual([]);
});

test('an engine that outlived its runner is ended before a new one opens the file', async () => {
  const folder = openFolder();
  const { engine, pid } = await start(folder);
  const command = readFileSync(`/proc/${pid()}/cmdline`, 'utf8').split('\0').slice(0, -1);
  await engine.stop();
  const [binary = '', ...args] = command;
  const stale = spawn(binary, args, { stdio: 'ignore' });
  const ended = new Promise((resolve) => stale.once('exit', resolve));
  writeFileSync(folder.file('dynamodb.pid'), String(stale.pid));
  const { engine: next } = await start(folder);
  await ended;
  expect((await createTables(template, next.endpoint, folder.id)).size).toBe(1);
});

test('an engine does not outlive a runner that is killed', async () => {
  const path = temporaryFolder();
  const source = `
    const { openDataFolder } = await import(${JSON.stringify(import.meta.resolve('../../../lib/local/data-folder.ts'))});
    const { startDynamodb } = await import(${JSON.stringify(import.meta.resolve('../../../lib/local/dynamodb-engine.ts'))});
    await startDynamodb(openDataFolder(${JSON.stringify(path)}, false), undefined, () => {});
    console.log('started');`;
  const runner = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => runner.stdout.once('data', resolve));
  const pid = Number(readFileSync(join(path, 'dynamodb.pid'), 'utf8'));
  runner.kill('SIGKILL');
  await eventually('the end of the engine', () => !existsSync(`/proc/${pid}`) || undefined);
});

test('a process that merely has the old number is left alone', async () => {
  const folder = openFolder();
  writeFileSync(folder.file('dynamodb.pid'), String(process.pid));
  const { pid } = await start(folder);
  expect(pid()).not.toBe(process.pid);
});

test('another endpoint is used as it is, each data folder with tables of its own', async () => {
  const { engine: shared } = await start();
  const [one, two] = [openFolder(), openFolder()];
  const { engine } = await start(one, `${shared.endpoint}/`);
  expect(engine.endpoint).toBe(shared.endpoint);
  const first = await createTables(template, engine.endpoint, one.id);
  const second = await createTables(template, engine.endpoint, two.id);
  expect([...first.keys()]).not.toEqual([...second.keys()]);
  await deleteTables(engine.endpoint, one.id);
  expect(await createTables(template, engine.endpoint, one.id)).not.toEqual(first);
  expect(await createTables(template, engine.endpoint, two.id)).toEqual(second);
});

test('an endpoint where nothing answers is named', async () => {
  await expect(createTables(template, 'http://127.0.0.1:9', 'id')).rejects.toThrow(
    /engine at http:\/\/127\.0\.0\.1:9/,
  );
});

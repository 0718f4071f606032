import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type DataFolder, openDataFolder } from '../../../lib/local/data-folder.ts';
import { StartError } from '../../../lib/local/start-error.ts';
import { temporaryFolder } from './temporary-folder.ts';

function open(...parameters: Parameters<typeof openDataFolder>): DataFolder {
  const folder = openDataFolder(...parameters);
  onTestFinished(() => folder.close());
  return folder;
}

test('a folder keeps its id and its files', () => {
  const path = temporaryFolder();
  const first = openDataFolder(path, false);
  writeFileSync(first.file('kept'), '');
  first.close();
  const second = open(path, false);
  expect(second.id).toBe(first.id);
  expect(existsSync(second.file('kept'))).toBe(true);
});

test('fresh empties the folder and tells its old id', () => {
  const path = temporaryFolder();
  const first = openDataFolder(path, false);
  writeFileSync(first.file('kept'), '');
  first.close();
  const forgotten: string[] = [];
  const second = open(path, true, (id) => forgotten.push(id));
  expect(existsSync(second.file('kept'))).toBe(false);
  expect(forgotten).toEqual([first.id]);
  expect(second.id).not.toBe(first.id);
});

test('a folder that is in use is refused with a sentence', () => {
  const path = temporaryFolder();
  open(path, false);
  expect(() => openDataFolder(path, true)).toThrow(StartError);
  expect(() => openDataFolder(path, true)).toThrow(/Another Hark is running on/);
});

test('a folder that was closed can be opened again', () => {
  const path = temporaryFolder();
  openDataFolder(path, false).close();
  expect(open(path, false).path).toBe(path);
});

test("somebody's own folder is never emptied", () => {
  const path = temporaryFolder();
  writeFileSync(join(path, 'thesis.txt'), 'years of work');
  expect(() => openDataFolder(path, true)).toThrow(/not Hark's/);
  expect(existsSync(join(path, 'thesis.txt'))).toBe(true);
});

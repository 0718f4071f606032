import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const promises = (input: string) =>
  spawnSync(process.execPath, ['bin/promises.ts'], { cwd: root, input, encoding: 'utf8' });

test('answers each line in its order', () => {
  const at = '2026-03-04T11:00:00+01:00';
  const lines = [
    { reply: 'I’ll get back to you by the end of the day.', at, timeZone: 'Europe/Vienna' },
    { reply: 'I promise it’s annoying.', at, timeZone: 'Europe/Vienna' },
    { reply: 'We’ll call you soon.', at, timeZone: 'Europe/Vienna' },
  ];
  const { stdout, status } = promises(lines.map((line) => JSON.stringify(line)).join('\n'));
  expect(status).toBe(0);
  const answers = stdout.trim().split('\n');
  expect(answers.map((line): unknown => JSON.parse(line))).toEqual([
    {
      promises: [
        {
          text: 'I’ll get back to you by the end of the day.',
          who: 'I',
          dueAt: '2026-03-04T22:59:59.000Z',
        },
      ],
    },
    { promises: [] },
    { promises: [{ text: 'We’ll call you soon.', who: 'we', dueAt: null }] },
  ]);
});

test('names the line that it cannot read', () => {
  const { stderr, status } = promises('{"reply":"Hi","at":"yesterday"}\n');
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Line 1: /);
});

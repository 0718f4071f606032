import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test('judges each line in its order', () => {
  const lines = [
    { reply: 'Contact the department.', to: 'How do I drop a class?', visibility: 'public' },
    { reply: 'In room 12, by Friday.', to: 'How do I drop a class?', visibility: 'public' },
    { reply: 'Your card 4111 1111 1111 1111 is fine.', to: 'Is it?', visibility: 'public' },
  ];
  const input = lines.map((line) => JSON.stringify(line)).join('\n');
  const { stdout, status } = spawnSync(process.execPath, ['bin/coach.ts'], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  const answers = stdout.trim().split('\n');
  expect(answers.map((line): unknown => JSON.parse(line))).toEqual([
    {
      findings: [
        {
          rule: 'deflection',
          why: expect.any(String),
          suggestion: expect.any(String),
          level: 'hint',
        },
      ],
    },
    { findings: [] },
    { findings: [expect.objectContaining({ rule: 'personal-data', level: 'confirm' })] },
  ]);
});

import { defineConfig } from 'vitest/config';

/**
 * Three suites: `unit` is pure and needs no process, `engine` talks HTTP to the real local engines,
 * `cdk` looks at the synthesized template. Two workers at most, so that the engines get a core too.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [
            'test/architecture.test.ts',
            'test/functions/{domain,channels,mail}/**/*.test.ts',
            'test/functions/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          include: [
            'test/functions/{store,handlers,api,media,queues,sending}/**/*.test.ts',
            'test/lib/local/**/*.test.ts',
            'test/bin/**/*.test.ts',
          ],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        // Loading the CDK library takes longer than any of these tests, so the files share it.
        test: {
          name: 'cdk',
          include: ['test/lib/*.test.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});

import { defineConfig } from 'vitest/config';

/** Tests of what handlers are put together from that need a table. */
const onEngines =
  'test/functions/{account-alerts,account-traffic,answering,approval-alerts,assignment,crowd-alerts,crowds,departure,desk,duty,faults,held-accounts,incident-alerts,let-leave,make-searchable,mention-alerts,presence,published,routing,settlement,status-page,subscribers,subscribing,turn,writing-aid}.test.ts';

/**
 * Four suites: `unit` is pure and needs no process, `engine` talks HTTP to the real local engines, `cdk` looks at the synthesized
 * template, `console` uses the page in a real browser. Two workers at most, so that the engines get a core too.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // A whole stack and a browser to each file, which wait for each other most of the time.
        test: {
          name: 'console',
          include: ['test/console/**/*.test.ts'],
          globalSetup: 'test/console/prepare.ts',
          testTimeout: 120_000,
          hookTimeout: 180_000,
          // The browser shares its processors with a whole stack.
          expect: { poll: { timeout: 30_000 } },
        },
      },
      {
        extends: true,
        test: {
          name: 'unit',
          // Properties try hundreds of cases, which takes its time on a busy machine.
          testTimeout: 60_000,
          include: [
            'test/architecture.test.ts',
            'test/functions/{domain,channels,mail,services,status,console}/**/*.test.ts',
            'test/functions/*.test.ts',
          ],
          exclude: [onEngines],
        },
      },
      {
        extends: true,
        test: {
          name: 'engine',
          include: [
            'test/functions/{store,handlers,bookkeeping,api,media,queues,sending,live,broadcasts}/**/*.test.ts',
            onEngines,
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

import { AwsSolutionsChecks } from 'cdk-nag';
import { expect, it } from 'vitest';
import { appWith, deskWith } from './stack.ts';

function findings(context: Record<string, unknown>) {
  const app = appWith(context);
  deskWith({}, app);
  const report = new AwsSolutionsChecks(app).validateScope(app);
  return report.violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
  );
}

it('finds nothing in the desk as it comes', () => {
  expect(findings({})).toEqual([]);
});

it('would find what an operator weakens, so it does look', () => {
  expect(findings({ signInMfa: 'optional' })).toEqual([
    expect.stringMatching(/^AwsSolutions-COG2.* Hark\/SignIn\/Pool/),
  ]);
});

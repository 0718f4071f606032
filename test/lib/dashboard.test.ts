import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { functionSettings } from '../../functions/config.ts';
import { deskWith, onlyResource, resourcesOf, textsIn } from './stack.ts';

const template = Template.fromStack(deskWith({ stackName: 'Cafe' }));
const body = textsIn(onlyResource(template, 'AWS::CloudWatch::Dashboard').Properties.DashboardBody).join(' ');

describe('the dashboard', () => {
  it.each(['Received', 'Duplicate', 'Dropped', 'OpenConversations', 'AlertLateness'])(
    "finds %s in the stack's own namespace, whatever its dimensions",
    (metric) => {
      expect(body).toContain(String.raw`SEARCH('Namespace=\"Cafe\" MetricName=\"${metric}\"'`);
    },
  );

  it.each(Object.keys(functionSettings))('shows the function %s', (name) => {
    expect(body).toContain(`"label":"${name}"`);
  });

  it('shows every queue and its dead letters', () => {
    for (const [id] of resourcesOf(template, 'AWS::SQS::Queue')) expect(body).toContain(` ${id} `);
  });

  it('shows client and server errors of the API', () => {
    expect(body).toContain('"4xx"');
    expect(body).toContain('"5xx"');
  });
});

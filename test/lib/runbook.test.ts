import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parameterSchemas } from '../../lib/parameter-schemas.ts';
import { allResources, resourcesOf, usualTemplate } from './stack.ts';

const runbook = readFileSync(join(import.meta.dirname, '../../RUNBOOK.md'), 'utf8');
const template = usualTemplate();
const section = (title: string) => runbook.split(/^## /m).find((part) => part.startsWith(`${title}\n`)) ?? '';
/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string) => heading.toLowerCase().replaceAll(' ', '-');

describe('alarms and the runbook', () => {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([, { Properties }]) =>
    String(Properties.AlarmDescription),
  );
  const anchors = alarms.map((description) => description.match(/ What to do: RUNBOOK\.md#([a-z-]+)$/)?.[1]);
  const headings = [...section('Alarms').matchAll(/^### (.+)$/gm)].map(([, heading = '']) =>
    anchorOf(heading),
  );

  it('have a heading for every alarm', () => {
    expect(anchors.filter((anchor) => !headings.includes(anchor ?? ''))).toEqual([]);
  });

  it('have an alarm for every heading', () => {
    expect(headings.filter((heading) => !anchors.includes(heading))).toEqual([]);
  });

  it('have no heading or alarm twice', () => {
    expect(new Set(headings).size).toBe(headings.length);
    expect(new Set(anchors).size).toBe(anchors.length);
  });

  it.each(alarms)('say what is at stake: %s', (description) => {
    expect(description).toMatch(/^[A-Z].{30,}\. What to do: /);
  });

  const articles = section('Alarms').split(/^### /m).slice(1);
  it.each(articles.map((article) => article.slice(0, article.indexOf('\n'))))(
    'answers all four questions under "%s"',
    (heading) => {
      const article = articles.find((text) => text.startsWith(heading));
      for (const question of ['Means', 'Who notices', 'Look at', 'Do'])
        expect(article).toContain(`- **${question}:**`);
    },
  );
});

describe('commands of the runbook', () => {
  const ids = allResources(template);
  const oneOf = (type: string, prefix: string) =>
    ids.filter(([id, resource]) => resource.Type === type && id.startsWith(prefix));
  const called = (tools: string) => [
    ...new Set(
      [...runbook.matchAll(new RegExp(`\\b(?:${tools}) ([A-Z][A-Za-z]+)`, 'g'))].map(([, name = '']) => name),
    ),
  ];

  it.each(called('queue|redrive'))('name a queue that exists: %s', (prefix) => {
    expect(oneOf('AWS::SQS::Queue', prefix).filter(([id]) => !id.includes('DeadLetters'))).toHaveLength(1);
  });

  it.each(called('dead|redrive'))('name dead letters that exist: %s', (prefix) => {
    expect(oneOf('AWS::SQS::Queue', `${prefix}DeadLetters`)).toHaveLength(1);
  });

  it.each(called('log|errors'))('name a log that exists: %s', (prefix) => {
    expect(oneOf('AWS::Logs::LogGroup', prefix)).toHaveLength(1);
  });

  it.each(called('output'))('name an output that exists: %s', (name) => {
    expect(Object.keys(template.findOutputs(name))).toEqual([name]);
  });

  it('are there at all', () => {
    expect(called('dead|redrive').length).toBeGreaterThan(5);
    expect(called('log|errors').length).toBeGreaterThan(10);
    expect(called('output').length).toBeGreaterThan(2);
  });
});

describe('settings in the runbook', () => {
  const rows = [...section('Settings').matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name);

  it('are those that the stack reads, each once', () => {
    expect(rows.sort()).toEqual(Object.keys(parameterSchemas).sort());
  });
});

import { expect, it } from 'vitest';
import { outboxKey } from '../../functions/store/keys.ts';
import { Announcements } from '../../lib/announcements.ts';
import { actionsOf, environmentOf, resourcesOf, rightsOf, usualTemplate } from './stack.ts';

const template = usualTemplate();
const [busId] = Object.keys(template.findResources('AWS::Events::EventBus'));
const mapping = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(([id]) =>
  id.startsWith('AnnouncementsPublish'),
);

it('publishes new items of the outbox and nothing else', () => {
  expect(mapping?.[1].Properties.FilterCriteria).toEqual({
    Filters: [{ Pattern: '{"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[{"prefix":"EVT#"}]}}}}' }],
  });
  expect(outboxKey('c1', 'e1').sk).toMatch(/^EVT#/);
});

it('waits out half a day of outage, which the stream remembers', () => {
  expect(mapping?.[1].Properties.MaximumRecordAgeInSeconds).toBe(12 * 3600);
});

it('may put events on this bus only', () => {
  expect(environmentOf(template, 'publish').BUS_NAME).toEqual({ Ref: busId });
  expect(actionsOf(template, 'publish', 'events')).toEqual(['events:PutEvents']);
  const right = rightsOf(template, 'publish').find(({ action }) => action === 'events:PutEvents');
  expect(right?.resource).toEqual({ 'Fn::GetAtt': [busId, 'Arn'] });
});

it('matches events of Hark by their names', () => {
  expect(Announcements.pattern(['clock.warned', 'clock.met'])).toEqual({
    source: ['hark'],
    detailType: ['clock.warned', 'clock.met'],
  });
});

import { describe, expect, it } from 'vitest';
import { mediaHosts } from '../../functions/channels/media-hosts.ts';
import { mediaEvents, strangerEvents } from '../../functions/domain/events.ts';
import { actionsOf, environmentOf, resourcesOf, rightsOf, textsIn, usualTemplate } from './stack.ts';

const template = usualTemplate();

it('goes by the announcements of files, and of private conversations with strangers', () => {
  const rules = resourcesOf(template, 'AWS::Events::Rule').filter(([id]) => id.startsWith('Media'));
  expect(rules.map(([, { Properties }]) => Properties.EventPattern)).toEqual([
    { source: ['hark'], 'detail-type': [...mediaEvents] },
    {
      source: ['hark'],
      'detail-type': [...strangerEvents],
      detail: { data: { visibility: ['private'] } },
    },
  ]);
});

describe('the copying function', () => {
  it('takes one message at a time, and few at once', () => {
    const mapping = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(([id]) =>
      id.startsWith('MediaWorker'),
    );
    expect(mapping?.[1].Properties).toMatchObject({
      BatchSize: 1,
      ScalingConfig: { MaximumConcurrency: 5 },
    });
  });

  it('fetches from the platforms’ own hosts only, over TLS', () => {
    const hosts = textsIn(environmentOf(template, 'media').MEDIA_HOSTS).join('');
    expect(JSON.parse(hosts)).toEqual(mediaHosts);
    expect(hosts).not.toContain('http:');
  });

  it('may add files of customers, and neither read nor list any', () => {
    expect(actionsOf(template, 'media', 's3')).toEqual(['s3:PutObject']);
    const folders = rightsOf(template, 'media').flatMap(({ resource }) => textsIn(resource));
    expect(folders.filter((text) => text.startsWith('/'))).toEqual(['/inbound/*']);
  });

  it('may read what requests for private files are signed with', () => {
    expect(actionsOf(template, 'media', 'secretsmanager')).toEqual(
      Array(2).fill('secretsmanager:GetSecretValue'),
    );
  });
});

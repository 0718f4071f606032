import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { allRights, deskWith, resourcesOf, textsIn, usualTemplate } from './stack.ts';

const template = usualTemplate();
const copies = resourcesOf(template, 'Custom::CDKBucketDeployment').map(([, { Properties }]) => Properties);

describe('the files of the console', () => {
  it('are kept for good by browsers where their names change, and asked for again where not', () => {
    expect(copies.map(({ Include, SystemMetadata }) => [Include, SystemMetadata])).toEqual([
      [['assets/*'], { 'cache-control': 'public, max-age=31536000, immutable' }],
      [undefined, { 'cache-control': 'no-cache' }],
    ]);
  });

  it('stay when the next version comes, since open pages ask for those of theirs', () => {
    for (const { Prune } of copies) expect(Prune).toBe(false);
  });

  it('are there before the page that names them', () => {
    const [[first = ''] = [], [then = ''] = []] = resourcesOf(template, 'Custom::CDKBucketDeployment');
    expect(template.toJSON().Resources[then].DependsOn).toContain(first);
  });

  it('are copied by somebody who may do no more than that', () => {
    const rights = allRights(template).filter(({ role }) => role.startsWith('ConsoleDeployer'));
    const wide = rights.filter(({ resource }) => textsIn(resource).some((text) => text.includes('*')));
    expect(new Set(wide.map(({ action }) => action))).toEqual(new Set(['s3:GetObject', 's3:PutObject']));
    for (const { resource } of wide)
      expect(textsIn(resource).some((text) => text.startsWith('ConsoleFiles'))).toBe(true);
  });
});

describe('what the page is told', () => {
  const told = textsIn(copies[1]?.SourceMarkers).join(' ');

  it('is where to sign in and out, and where its live connection is', () => {
    expect(told).toMatch(/SignInPool\w+ ProviderURL/);
    expect(told).toMatch(/SignInPoolConsole\w+/);
    expect(told).toMatch(/"wss:\/\/ .*EdgeDistribution\w+ DomainName .*\/live"/);
    expect(told).toMatch(/\/logout\?client_id= .*&logout_uri=https%3A%2F%2F .*%2F"/);
  });

  it('is the operator’s own address where there is one', () => {
    const own = Template.fromStack(deskWith({ consoleUrl: 'https://desk.example.com' }));
    const copied = resourcesOf(own, 'Custom::CDKBucketDeployment').map(([, { Properties }]) => Properties);
    expect(JSON.stringify(copied)).not.toContain('EdgeDistribution');
  });
});

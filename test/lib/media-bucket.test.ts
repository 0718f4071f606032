import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { MediaBucket } from '../../lib/media-bucket.ts';
import { allRights, appWith, deskWith, onlyResource, resourcesOf, textsIn } from './stack.ts';

const stack = new Stack(appWith(), 'Workbench');
const files = new MediaBucket(stack, 'Files', {
  removalPolicy: RemovalPolicy.RETAIN,
  pageOrigin: 'https://desk.example.com',
});
const grantee = (name: string) =>
  new Role(stack, name, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
files.grantUpload(grantee('UploadRole'));
files.grantShow(grantee('ShowRole'));
files.grantSend(grantee('SendRole'));
files.grantCopy(grantee('CopyRole'));
const template = Template.fromStack(stack);
const bucket = onlyResource(template, 'AWS::S3::Bucket');

describe('the bucket', () => {
  it('is closed to the public, encrypted, and kept', () => {
    expect(bucket.Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(JSON.stringify(bucket.Properties.BucketEncryption)).toContain('AES256');
    expect(bucket.DeletionPolicy).toBe('Retain');
  });

  it('is spoken to over TLS only', () => {
    expect(JSON.stringify(template.findResources('AWS::S3::BucketPolicy'))).toContain(
      '"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny"',
    );
  });

  it('empties what was uploaded and never sent after a day, and nothing else', () => {
    expect(bucket.Properties.LifecycleConfiguration).toEqual({
      Rules: [
        { ExpirationInDays: 1, Prefix: 'uploads/', Status: 'Enabled' },
        { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 }, Status: 'Enabled' },
      ],
    });
  });

  it('takes uploads from pages of the console only, with the headers that are signed', () => {
    expect(bucket.Properties.CorsConfiguration).toEqual({
      CorsRules: [
        {
          AllowedHeaders: ['content-type', 'x-amz-meta-name'],
          AllowedMethods: ['PUT'],
          AllowedOrigins: ['https://desk.example.com'],
          MaxAge: 3600,
        },
      ],
    });
  });

  it.each([
    { consoleUrl: '', origin: 'https://*.cloudfront.net' },
    { consoleUrl: 'https://desk.example.com/support', origin: 'https://desk.example.com' },
  ])('takes them from $origin where the console is at “$consoleUrl”', ({ consoleUrl, origin }) => {
    const buckets = resourcesOf(Template.fromStack(deskWith({ consoleUrl })), 'AWS::S3::Bucket');
    const files = buckets.find(([id]) => id.startsWith('Files'));
    expect(textsIn(files?.[1].Properties.CorsConfiguration)).toContain(origin);
  });
});

describe('rights to files', () => {
  const rights = allRights(template).map(({ role, action, resource }) => {
    const folder = textsIn(resource).find((text) => text.startsWith('/')) ?? '';
    return `${role.replace(/Role.*/, '')} ${action} ${folder}`.trim();
  });

  it.each([
    [
      'Upload',
      ['s3:ListBucket', 's3:GetObject /uploads/*', 's3:PutObject /uploads/*', 's3:PutObject /outbound/*'],
    ],
    ['Show', ['s3:GetObject /inbound/*', 's3:GetObject /outbound/*']],
    ['Send', ['s3:GetObject /outbound/*']],
    ['Copy', ['s3:PutObject /inbound/*']],
  ])('to %s are no more than that takes', (name, expected) => {
    const given = rights
      .filter((right) => right.startsWith(name))
      .map((right) => right.slice(name.length + 1));
    expect(given.sort()).toEqual(expected.sort());
  });
});

import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { deskWith, onlyResource, resourcesOf, textsIn, usualTemplate } from './stack.ts';

const template = usualTemplate();

const Behavior = z.object({
  PathPattern: z.optional(z.string()),
  TargetOriginId: z.string(),
  AllowedMethods: z._default(z.array(z.string()), []),
  CachePolicyId: z.optional(z.string()),
  OriginRequestPolicyId: z.optional(z.string()),
  ResponseHeadersPolicyId: z.optional(z.unknown()),
  ViewerProtocolPolicy: z.string(),
});
const Config = z.object({
  DistributionConfig: z.object({
    CacheBehaviors: z.array(Behavior),
    DefaultCacheBehavior: Behavior,
    Origins: z.array(z.looseObject({ Id: z.string(), DomainName: z.unknown() })),
  }),
});
const { DistributionConfig } = Config.parse(
  onlyResource(template, 'AWS::CloudFront::Distribution').Properties,
);
const originOf = (path: string) => {
  const behavior = DistributionConfig.CacheBehaviors.find(({ PathPattern }) => PathPattern === path);
  const origin = DistributionConfig.Origins.find(({ Id }) => Id === behavior?.TargetOriginId);
  return { behavior, host: textsIn(origin?.DomainName) };
};
const apiOf = (protocol: string) =>
  Object.keys(
    template.findResources('AWS::ApiGatewayV2::Api', { Properties: { ProtocolType: protocol } }),
  )[0];

describe('an address of the operator’s own', () => {
  it('is answered with its certificate and TLS 1.2', () => {
    const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/0f3c2a7e';
    const own = Template.fromStack(deskWith({ consoleUrl: 'https://desk.example.com', certificateArn }));
    own.hasResourceProperties('AWS::CloudFront::Distribution', {
      DistributionConfig: {
        Aliases: ['desk.example.com'],
        ViewerCertificate: { AcmCertificateArn: certificateArn, MinimumProtocolVersion: 'TLSv1.2_2021' },
      },
    });
  });
});

describe('what the edge passes on', () => {
  it.each([
    { path: '/api/*', protocol: 'HTTP' },
    { path: '/webhooks/*', protocol: 'HTTP' },
    { path: '/status/subscriptions*', protocol: 'HTTP' },
    { path: '/answers/*', protocol: 'HTTP' },
    { path: '/live', protocol: 'WEBSOCKET' },
  ])('$path goes to the $protocol API, whole and never from memory', ({ path, protocol }) => {
    const { behavior, host } = originOf(path);
    expect(host).toContain(apiOf(protocol));
    expect(behavior?.AllowedMethods).toContain('POST');
    // CloudFront's own policies: nothing is kept; everything but the name of the host goes on.
    expect(behavior?.CachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
    expect(behavior?.OriginRequestPolicyId).toBe('b689b0a8-53d0-40ab-baf2-68738e2966ac');
    expect(behavior?.ViewerProtocolPolicy).toBe('https-only');
  });
});

describe('the page', () => {
  const page = DistributionConfig.DefaultCacheBehavior;

  it('comes from a bucket that only this distribution may read', () => {
    const [, bucketPolicy] =
      resourcesOf(template, 'AWS::S3::BucketPolicy').find(([id]) => id.startsWith('ConsoleFiles')) ?? [];
    const [edgeId] = Object.keys(template.findResources('AWS::CloudFront::Distribution'));
    expect(textsIn(bucketPolicy?.Properties.PolicyDocument)).toEqual(
      expect.arrayContaining(['cloudfront.amazonaws.com', 's3:GetObject', edgeId]),
    );
    template.resourceCountIs('AWS::CloudFront::CloudFrontOriginAccessIdentity', 0);
  });

  it('has the strict policy, which names the sign-in and the bucket of files', () => {
    const [, headers] =
      resourcesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy').find(([id]) =>
        id.startsWith('EdgeHeaders'),
      ) ?? [];
    const { SecurityHeadersConfig } = z
      .object({
        ResponseHeadersPolicyConfig: z.object({
          SecurityHeadersConfig: z.looseObject({ ContentSecurityPolicy: z.unknown() }),
        }),
      })
      .parse(headers?.Properties).ResponseHeadersPolicyConfig;
    const policy = textsIn(SecurityHeadersConfig.ContentSecurityPolicy).join(' ');
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toMatch(/connect-src 'self' https:\/\/ SignInPoolPage\w+ \.auth\./);
    expect(policy).toMatch(/FilesBucket\w+ RegionalDomainName/);
    expect(policy).not.toContain('unsafe');
    expect(SecurityHeadersConfig).toMatchObject({
      FrameOptions: { FrameOption: 'DENY' },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000 },
    });
    expect(page.ResponseHeadersPolicyId).toBeDefined();
  });

  it.each([
    { path: '/', file: '/index.html' },
    { path: '/conversations/01J9Z', file: '/index.html' },
    { path: '/assets/index-C84Np57x.js', file: '/assets/index-C84Np57x.js' },
    { path: '/config.json', file: '/config.json' },
  ])('at $path is the file $file', ({ path, file }) => {
    const code = String(onlyResource(template, 'AWS::CloudFront::Function').Properties.FunctionCode);
    const rewrite: unknown = new Function('event', `${code}; return handler(event)`)({
      request: { uri: path },
    });
    expect(rewrite).toEqual({ uri: file });
  });
});

it('has names that a copy in another region does not have', () => {
  for (const type of ['AWS::CloudFront::ResponseHeadersPolicy', 'AWS::CloudFront::OriginAccessControl'])
    for (const [, { Properties }] of resourcesOf(template, type))
      expect(textsIn(Properties)).toContain('AWS::Region');
});

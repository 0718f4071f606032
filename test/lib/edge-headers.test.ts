import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { expect, it } from 'vitest';
import { EdgeHeaders } from '../../lib/edge-headers.ts';
import { securityHeaders } from '../../lib/security-headers.ts';
import { appWith, onlyResource, textsIn } from './stack.ts';

const stack = new Stack(appWith(), 'Workbench');
new EdgeHeaders(stack, 'Headers', { policy: "default-src 'none'" });
const template = Template.fromStack(stack);

it('puts every security header on what it is for, with the given policy', () => {
  template.hasResourceProperties('AWS::CloudFront::ResponseHeadersPolicy', {
    ResponseHeadersPolicyConfig: {
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: "default-src 'none'", Override: true },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: securityHeaders['x-frame-options'], Override: true },
        ReferrerPolicy: { ReferrerPolicy: securityHeaders['referrer-policy'], Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
      },
      CustomHeadersConfig: {
        Items: [
          { Header: 'cross-origin-opener-policy', Value: securityHeaders['cross-origin-opener-policy'] },
          { Header: 'permissions-policy', Value: securityHeaders['permissions-policy'] },
        ],
      },
    },
  });
});

it('is called otherwise in another region', () => {
  const { Properties } = onlyResource(template, 'AWS::CloudFront::ResponseHeadersPolicy');
  expect(textsIn(Properties)).toContain('AWS::Region');
});

import { Aws, Duration, Fn, Names } from 'aws-cdk-lib';
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import { securityHeaders, transportSecuritySeconds } from './security-headers.ts';

export interface EdgeHeadersProps {
  /** The content security policy. */
  readonly policy: string;
}

/** CloudFront's own words know all security headers but these. */
const unknownToCloudFront = ['cross-origin-opener-policy', 'permissions-policy'] as const;

/** The headers of {@link securityHeaders}, and a content security policy, on every answer of a behavior. */
export class EdgeHeaders extends Construct {
  readonly policy: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { policy }: EdgeHeadersProps) {
    super(scope, id);
    this.policy = new ResponseHeadersPolicy(this, 'Policy', {
      responseHeadersPolicyName: globalName(this, 'Policy'),
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: policy, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.seconds(transportSecuritySeconds),
          includeSubdomains: true,
          override: true,
        },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      },
      customHeadersBehavior: {
        customHeaders: unknownToCloudFront.map((header) => ({
          header,
          value: securityHeaders[header],
          override: true,
        })),
      },
    });
  }
}

/** A name for something of CloudFront, which has no regions: a copy of the stack in another one must not have the same. */
export function globalName(scope: Construct, id: string): string {
  return Fn.join('-', [Names.uniqueResourceName(scope, { maxLength: 30 }), id, Aws.REGION]);
}

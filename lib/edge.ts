import { Lazy, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  HttpVersion,
  OriginRequestPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { EdgeHeaders, globalName } from './edge-headers.ts';
import { livePath } from './live.ts';
import { fileName, page, statusPath } from './page-paths.ts';
import { contentSecurityPolicy, type ForeignOrigins } from './security-headers.ts';

export interface EdgeProps {
  /** The files of the agents' page. */
  readonly files: IBucket;
  /** Host of the HTTP API. */
  readonly api: string;
  /** Host of the WebSocket API. */
  readonly live: string;
  /** A host of the operator's own, with its certificate. @default CloudFront's host alone */
  readonly domain?: { readonly host: string; readonly certificateArn: string } | undefined;
  /** From where the page loads what is not here; asked for when everything else of the stack is there. */
  readonly foreign: () => ForeignOrigins;
}

/** Every path of the desk is one page, unless it is a file, or the status page with a slash too many. */
const pagePaths = `function handler(event) {
  var request = event.request;
  if (request.uri === '${statusPath}/')
    return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: '${statusPath}' } } };
  if (!${fileName}.test(request.uri)) request.uri = '${page}';
  return request;
}`;

/** One address for all of the desk: the page, its API, the webhooks and the live connection, so that nothing crosses origins. */
export class Edge extends Construct {
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { files, api, live, domain, foreign }: EdgeProps) {
    super(scope, id);
    const policy = Lazy.string({ produce: () => contentSecurityPolicy(foreign()) });
    const headers = new EdgeHeaders(this, 'Headers', { policy });
    this.distribution = new Distribution(this, 'Distribution', {
      comment: `Hark: ${Stack.of(this).stackName}`,
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...(domain && {
        domainNames: [domain.host],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', domain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
      defaultBehavior: {
        origin: this.originOf(files, 'Page'),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: headers.policy,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, 'Paths', { code: FunctionCode.fromInline(pagePaths) }),
          },
        ],
      },
    });
    this.passOn(['/api/*', '/webhooks/*', '/status/subscriptions*', '/answers/*'], api);
    this.passOn([`/${livePath}`], live);
    this.acknowledge();
  }

  /** Without a slash at the end. */
  get url(): string {
    return `https://${this.distribution.distributionDomainName}`;
  }

  /** Shows files of a bucket at these paths, to everybody. `policy` is their content security policy. */
  addFiles(files: IBucket, paths: readonly string[], policy: string): void {
    const origin = this.originOf(files, 'Public');
    const headers = new EdgeHeaders(this, 'PublicHeaders', { policy });
    for (const path of paths)
      this.distribution.addBehavior(path, origin, {
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        responseHeadersPolicy: headers.policy,
      });
  }

  private passOn(paths: readonly string[], host: string): void {
    const origin = new HttpOrigin(host);
    for (const path of paths)
      this.distribution.addBehavior(path, origin, {
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // An API is found by its own name; everything else is for the function to see.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
      });
  }

  private originOf(files: IBucket, id: string) {
    return S3BucketOrigin.withOriginAccessControl(files, {
      originAccessControl: new S3OriginAccessControl(this, `${id}Access`, {
        originAccessControlName: globalName(this, id),
      }),
    });
  }

  private acknowledge(): void {
    const reasons = {
      CFR1: 'Customers and agents are wherever the operator serves; nobody is shut out by country.',
      CFR2: 'A web application firewall costs by the month even while nobody writes; an operator who needs one can attach it.',
      CFR3: 'The page is the same for everybody; the API behind it logs who asked for what.',
      CFR4: 'With a certificate for a domain of the operator’s own (certificateArn) it is TLS 1.2; the default name of CloudFront takes what its certificate takes.',
    };
    for (const [rule, reason] of Object.entries(reasons))
      Validations.of(this.distribution).acknowledge({ id: `AwsSolutions-${rule}`, reason });
  }
}

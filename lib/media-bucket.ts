import { Duration, type RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Construct, type IConstruct } from 'constructs';
import { prefixes } from '../functions/media/keys.ts';
import { ruleOfFolder } from './bucket-resource.ts';

export interface MediaBucketProps {
  readonly removalPolicy: RemovalPolicy;
  /** Only pages of this origin may upload; it may have a `*`. */
  readonly pageOrigin: string;
}

/** The one bucket for files of messages. Nobody but functions may open it; all others get addresses that a function signed. */
export class MediaBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { removalPolicy, pageOrigin }: MediaBucketProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy,
      lifecycleRules: [
        // What a message takes is copied from here to where it stays, so whatever is left was never sent.
        { prefix: prefixes.uploads, expiration: Duration.days(1) },
        { abortIncompleteMultipartUploadAfter: Duration.days(1) },
      ],
      cors: [
        {
          allowedMethods: [HttpMethods.PUT],
          allowedOrigins: [pageOrigin],
          allowedHeaders: ['content-type', 'x-amz-meta-name'],
          maxAge: Duration.hours(1).toSeconds(),
        },
      ],
    });
    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'Functions log what they do with files, and everybody else has an address signed for one file and some minutes.',
    });
  }

  /** Where browsers put files and look at them. */
  get origin(): string {
    return `https://${this.bucket.bucketRegionalDomainName}`;
  }

  /** May let agents upload, look at what came and keep it. */
  grantUpload(grantee: IGrantable & IConstruct): void {
    // S3 says that a file is not there only to those who may list; to others it is forbidden like anything else.
    Grant.addToPrincipal({
      grantee,
      actions: ['s3:ListBucket'],
      resourceArns: [this.bucket.bucketArn],
    });
    this.grant(grantee, 's3:GetObject', [prefixes.uploads]);
    this.grant(grantee, 's3:PutObject', [prefixes.uploads, prefixes.outbound]);
  }

  /** May show agents what is in messages. */
  grantShow(grantee: IGrantable & IConstruct): void {
    this.grant(grantee, 's3:GetObject', [prefixes.inbound, prefixes.outbound]);
  }

  /** May hand what agents attached to platforms. */
  grantSend(grantee: IGrantable & IConstruct): void {
    this.grant(grantee, 's3:GetObject', [prefixes.outbound]);
  }

  /** May add what customers attached. */
  grantCopy(grantee: IGrantable & IConstruct): void {
    this.grant(grantee, 's3:PutObject', [prefixes.inbound]);
  }

  private grant(grantee: IGrantable & IConstruct, action: string, folders: string[]): void {
    const resourceArns = folders.map((folder) => this.bucket.arnForObjects(`${folder}*`));
    Grant.addToPrincipal({ grantee, actions: [action], resourceArns });
    for (const folder of folders) {
      Validations.of(grantee).acknowledge({
        id: ruleOfFolder(this.bucket, folder),
        reason: 'Files have names that nobody knows before; the right is for one folder of this bucket.',
      });
    }
  }
}

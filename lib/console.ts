import { join } from 'node:path';
import { RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, CacheControl, type ISource, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { resourceOf } from './bucket-resource.ts';
import { builtConsole } from './console-build.ts';
import { assets, cacheControl } from './page-paths.ts';

export interface ConsoleProps {
  readonly removalPolicy: RemovalPolicy;
  readonly logRetention: RetentionDays;
}

/** What the page is told about its desk, as /config.json. */
export interface ConsoleConfig {
  readonly authority: string;
  readonly clientId: string;
  readonly scope: string;
  readonly liveUrl: string;
  readonly signOutUrl: string;
}

const root = join(import.meta.dirname, '..');
/** What is deployed by whoever bundles nothing, as tests do. */
const unbuilt = join(root, 'functions/console/public');

/** The agents' page: files that anybody may load, since they say nothing before somebody signs in. */
export class Console extends Construct {
  readonly files: Bucket;
  private readonly deployer: Role;
  private readonly log: LogGroup;

  constructor(scope: Construct, id: string, { removalPolicy, logRetention }: ConsoleProps) {
    super(scope, id);
    this.files = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy,
    });
    Validations.of(this.files).acknowledge({
      id: 'AwsSolutions-S1',
      reason: 'The edge alone reads it, and what it reads is the same for everybody.',
    });
    this.log = new LogGroup(this, 'Log', { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY });
    this.deployer = new Role(this, 'Deployer', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.log.grantWrite(this.deployer);
    this.grantDeploy();
  }

  /** Puts the page where the edge finds it, and tells it about its desk. */
  publish(config: ConsoleConfig): void {
    const folder = Stack.of(this).bundlingRequired ? builtConsole(root) : unbuilt;
    const page = this.bound(Source.asset(folder));
    const told = this.bound(Source.jsonData('config.json', config));
    const inAssets = `${assets.slice(1)}*`;
    const first = this.deploy('Assets', [page], { exclude: ['*'], include: [inAssets] }, cacheControl.assets);
    const then = this.deploy('Page', [page, told], { exclude: [inAssets] }, cacheControl.files);
    // Nobody gets a page whose files are not there yet.
    then.node.addDependency(first);
    const handler = Stack.of(this).node.children.find(({ node }) =>
      node.id.startsWith('Custom::CDKBucketDeployment'),
    );
    if (handler)
      Validations.of(handler).acknowledge({
        id: 'AwsSolutions-L1',
        reason: 'The runtime of what copies the files is chosen by CDK, with which it comes.',
      });
  }

  private deploy(
    id: string,
    sources: ISource[],
    chosen: { exclude: string[]; include?: string[] },
    kept: string,
  ): BucketDeployment {
    return new BucketDeployment(this, id, {
      sources,
      destinationBucket: this.files,
      ...chosen,
      cacheControl: [CacheControl.fromString(kept)],
      // A page that is open asks for files of its own version, long after the next one came.
      prune: false,
      outputObjectKeys: false,
      // Its own grants are for every object of every asset, and more.
      role: this.deployer.withoutPolicyUpdates(),
      logGroup: this.log,
    });
  }

  /** A source whose archive, and nothing beside it, may be read. */
  private bound(source: ISource): ISource {
    const config = source.bind(this, { handlerRole: this.deployer.withoutPolicyUpdates() });
    Grant.addToPrincipal({
      grantee: this.deployer,
      actions: ['s3:GetObject'],
      resourceArns: [config.bucket.arnForObjects(config.zipObjectKey)],
    });
    return { bind: () => config };
  }

  private grantDeploy(): void {
    Grant.addToPrincipal({
      grantee: this.deployer,
      actions: ['s3:ListBucket'],
      resourceArns: [this.files.bucketArn],
    });
    Grant.addToPrincipal({
      grantee: this.deployer,
      actions: ['s3:GetObject', 's3:PutObject'],
      resourceArns: [this.files.arnForObjects('*')],
    });
    const files = Stack.of(this).getLogicalId(resourceOf(this.files));
    Validations.of(this.deployer).acknowledge({
      id: `AwsSolutions-IAM5[Resource::<${files}.Arn>/*]`,
      reason: 'The files of a page have names that its build makes up; the right is for this bucket.',
    });
  }
}

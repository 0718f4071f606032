import type { RemovalPolicy } from 'aws-cdk-lib';
import { Stack, Validations } from 'aws-cdk-lib';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { CfnSecret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';

export interface ChannelSecretsProps {
  readonly channels: readonly string[];
  readonly removalPolicy: RemovalPolicy;
}

/** One secret a channel, created without any value: what a platform gave to the operator, only the operator can put in. */
export class ChannelSecrets extends Construct {
  private readonly secrets: Readonly<Record<string, CfnSecret>>;

  constructor(scope: Construct, id: string, props: ChannelSecretsProps) {
    super(scope, id);
    this.secrets = Object.fromEntries(
      props.channels.map((channel) => {
        // The plain resource, because CDK's richer one always makes up a value.
        const secret = new CfnSecret(this, channel, {
          description: `Hark, ${channel}: { "signingKeys": ["…"], "verifyToken": "…", "accounts": {…} }`,
        });
        secret.applyRemovalPolicy(props.removalPolicy);
        return [channel, secret];
      }),
    );
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'The platform makes these keys, in its own console; AWS could only rotate them into keys that do not fit.',
    });
  }

  /** ARN of each secret by channel. */
  get arns(): Readonly<Record<string, string>> {
    return Object.fromEntries(Object.entries(this.secrets).map(([channel, secret]) => [channel, secret.ref]));
  }

  /** The ARNs as the JSON text that functions get. */
  get setting(): string {
    return Stack.of(this).toJsonString(this.arns);
  }

  grantRead(grantee: IGrantable): Grant {
    const resourceArns = Object.values(this.arns);
    return Grant.addToPrincipal({
      grantee,
      actions: ['secretsmanager:GetSecretValue'],
      resourceArns,
    });
  }
}

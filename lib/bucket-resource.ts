import { Stack } from 'aws-cdk-lib';
import { type Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';

/** What a bucket is to CloudFormation. */
export function resourceOf(bucket: Bucket): CfnBucket {
  const resource = bucket.node.defaultChild;
  if (resource instanceof CfnBucket) return resource;
  throw new Error('The bucket has no resource of its own.');
}

/** The rule of cdk-nag that wants a reason for a right to all that lies in a folder of a bucket. @param folder with a slash at the end */
export function ruleOfFolder(bucket: Bucket, folder: string): string {
  const logicalId = Stack.of(bucket).resolve(resourceOf(bucket).logicalId);
  return `AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/${folder}*]`;
}

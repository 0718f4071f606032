import { Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { expect, it } from 'vitest';
import { resourceOf, ruleOfFolder } from '../../lib/bucket-resource.ts';
import { appWith } from './stack.ts';

const stack = new Stack(appWith(), 'Workbench');
const bucket = new Bucket(stack, 'Bucket');

it('is the one thing that CloudFormation makes of a bucket', () => {
  expect(resourceOf(bucket).cfnResourceType).toBe('AWS::S3::Bucket');
});

it('names the rule about a folder as cdk-nag does', () => {
  const logicalId = stack.resolve(resourceOf(bucket).logicalId);
  expect(ruleOfFolder(bucket, 'uploads/')).toBe(`AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/uploads/*]`);
});

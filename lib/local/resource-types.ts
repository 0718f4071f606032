import type { Resource } from './template.ts';

/** Resource types that the runner brings to life. */
const running = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::DynamoDB::GlobalTable',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::S3::Bucket',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::ConfigurationSetEventDestination',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
]);

/** Resource types that mean nothing on one machine, each with the reason. */
const withoutLocalMeaning = new Map([
  ['AWS::ApiGatewayV2::Stage', 'one stage answers, and nobody is throttled here'],
  ['AWS::CDK::Metadata', 'tells AWS which constructs are used'],
  ['AWS::CloudWatch::Alarm', 'nothing measures here; the terminal and the log file tell'],
  ['AWS::CloudWatch::CompositeAlarm', 'nothing measures here; the terminal and the log file tell'],
  ['AWS::CloudWatch::Dashboard', 'nothing measures here; the terminal and the log file tell'],
  ['AWS::CloudFront::Distribution', 'the main port answers for all that it passes on'],
  ['AWS::CloudFront::Function', 'the main port leads every path of the page to the page'],
  ['AWS::CloudFront::OriginAccessControl', 'permissions are not checked here'],
  ['AWS::CloudFront::ResponseHeadersPolicy', 'the main port sends the same headers'],
  ['Custom::CDKBucketDeployment', 'the console is served as it was built'],
  ['AWS::Cognito::UserPoolDomain', 'the local sign-in page has its own address'],
  ['AWS::Cognito::UserPoolGroup', 'the local sign-in knows one agent, one lead and one admin'],
  ['AWS::Cognito::UserPoolResourceServer', 'the local sign-in gives every scope'],
  ['AWS::Cognito::ManagedLoginBranding', 'the local sign-in page has its own look'],
  ['AWS::Events::EventBusPolicy', 'permissions are not checked here'],
  ['AWS::IAM::ManagedPolicy', 'permissions are not checked here'],
  ['AWS::IAM::Policy', 'permissions are not checked here'],
  ['AWS::IAM::Role', 'permissions are not checked here'],
  ['AWS::KMS::Alias', 'nothing is encrypted at rest here'],
  ['AWS::KMS::Key', 'nothing is encrypted at rest here'],
  ['AWS::Lambda::EventInvokeConfig', 'a failed invocation is tried three times'],
  ['AWS::Lambda::LayerVersion', 'every function is bundled whole'],
  ['AWS::Lambda::Permission', 'permissions are not checked here'],
  ['AWS::Logs::LogGroup', 'logs go to one file in the data folder'],
  ['AWS::Logs::MetricFilter', 'nothing measures here; the terminal and the log file tell'],
  ['AWS::S3::BucketPolicy', 'permissions are not checked here'],
  ['AWS::SES::EmailIdentity', 'mails are caught, whoever sends them'],
  ['AWS::SNS::Subscription', 'only alarms are announced there'],
  ['AWS::SNS::Topic', 'only alarms are announced there'],
  ['AWS::SNS::TopicPolicy', 'permissions are not checked here'],
  ['AWS::SQS::QueuePolicy', 'permissions are not checked here'],
  ['AWS::SecretsManager::ResourcePolicy', 'permissions are not checked here'],
]);

/** The resources whose type the runner neither runs nor knows to be without local meaning, for the terminal to name. */
export function unknownResources(resources: Resource[]): Resource[] {
  return resources.filter(({ type }) => !running.has(type) && !withoutLocalMeaning.has(type));
}

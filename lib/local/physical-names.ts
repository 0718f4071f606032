import { createHash } from 'node:crypto';
import { accountId, type PhysicalResource, region } from './intrinsics.ts';
import type { Resource } from './template.ts';

/** What is only known once the local engines run. */
export interface RunningParts {
  /** Address of the HTTP API, without a trailing slash. */
  apiUrl: string;
  /** Issuer of the local sign-in's tokens. */
  issuer: string;
  /** Address of the SQS engine, without a trailing slash. */
  sqsUrl: string;
  /** Distinguishes tables where several stacks share an engine. */
  dataId: string;
  /** Stream ARN by table name. */
  streams: ReadonlyMap<string, string>;
}

type Naming = (resource: Resource, parts: RunningParts) => PhysicalResource;

/**
 * Names and attributes of a resource, as AWS would give them: derived from the logical id, so that they are the same at the
 * next start. A resource that has no local meaning has a name all the same, since a policy or an output may mention it.
 */
export function physicalResource(resource: Resource, parts: RunningParts): PhysicalResource {
  const naming = namings[resource.type];
  return naming ? naming(resource, parts) : { ref: resource.logicalId, attributes: {} };
}

/** The table's name in the local engine. */
export function tableName(resource: Resource, dataId: string): string {
  return `${ownName(resource, 'TableName')}-${dataId}`;
}

/** The queue's name; FIFO queues end in `.fifo`, as SQS demands. */
export function queueName(resource: Resource): string {
  const name = ownName(resource, 'QueueName');
  return resource.properties.FifoQueue === true && !name.endsWith('.fifo') ? `${name}.fifo` : name;
}

/** The bucket's name; S3 allows no capitals. */
export function bucketName(resource: Resource): string {
  return ownName(resource, 'BucketName').toLowerCase();
}

/** URL of a queue. The engine finds it by its path and ignores the host. */
export function queueUrl(sqsUrl: string, name: string): string {
  return `${sqsUrl}/${accountId}/${name}`;
}

const tableNaming: Naming = (resource, { dataId, streams }) => {
  const name = tableName(resource, dataId);
  const stream = streams.get(name);
  return {
    ref: name,
    attributes: {
      Arn: arn('dynamodb', `table/${name}`),
      ...(stream === undefined ? {} : { StreamArn: stream }),
    },
  };
};

const namings: Record<string, Naming> = {
  'AWS::DynamoDB::Table': tableNaming,
  'AWS::DynamoDB::GlobalTable': tableNaming,
  'AWS::SQS::Queue': (resource, { sqsUrl }) => {
    const name = queueName(resource);
    const url = queueUrl(sqsUrl, name);
    return { ref: url, attributes: { Arn: arn('sqs', name), QueueName: name, QueueUrl: url } };
  },
  'AWS::Lambda::Function': (resource) => {
    const name = ownName(resource, 'FunctionName');
    return { ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } };
  },
  'AWS::Events::EventBus': (resource) => {
    const name = ownName(resource, 'Name');
    return { ref: name, attributes: { Arn: arn('events', `event-bus/${name}`), Name: name } };
  },
  'AWS::Events::Rule': (resource) => {
    const name = ownName(resource, 'Name');
    return { ref: name, attributes: { Arn: arn('events', `rule/${name}`) } };
  },
  'AWS::S3::Bucket': (resource) => {
    const name = bucketName(resource);
    return { ref: name, attributes: { Arn: `arn:aws:s3:::${name}` } };
  },
  'AWS::SecretsManager::Secret': (resource) => {
    const id = arn('secretsmanager', `secret:${ownName(resource, 'Name')}-${hash(resource.logicalId, 6)}`);
    return { ref: id, attributes: { Id: id } };
  },
  'AWS::SES::ConfigurationSet': (resource) => ({ ref: ownName(resource, 'Name'), attributes: {} }),
  'AWS::SES::EmailIdentity': (resource) => ({ ref: ownName(resource, 'EmailIdentity'), attributes: {} }),
  'AWS::CloudFront::Distribution': ({ logicalId }, { apiUrl }) => ({
    ref: hash(logicalId, 14),
    attributes: { DomainName: new URL(apiUrl).host, Id: hash(logicalId, 14) },
  }),
  'AWS::ApiGatewayV2::Api': ({ logicalId }, { apiUrl }) => ({
    ref: hash(logicalId, 10),
    attributes: { ApiEndpoint: apiUrl, ApiId: hash(logicalId, 10) },
  }),
  'AWS::Cognito::UserPool': ({ logicalId }, { issuer }) => {
    const id = `${region}_${hash(logicalId, 9)}`;
    return {
      ref: id,
      attributes: { Arn: arn('cognito-idp', `userpool/${id}`), ProviderURL: issuer, UserPoolId: id },
    };
  },
  'AWS::Cognito::UserPoolClient': ({ logicalId }) => ({
    ref: logicalId,
    attributes: { ClientId: logicalId },
  }),
  'AWS::SNS::Topic': (resource) => {
    const name = ownName(resource, 'TopicName');
    return { ref: arn('sns', name), attributes: { TopicArn: arn('sns', name), TopicName: name } };
  },
};

/** The name that the template gives, unless it is an expression; else the logical id, which is what AWS builds names from. */
function ownName(resource: Resource, property: string): string {
  const name = resource.properties[property];
  return typeof name === 'string' ? name : resource.logicalId;
}

function arn(service: string, path: string): string {
  return `arn:aws:${service}:${region}:${accountId}:${path}`;
}

function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}

import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod/mini';
import type { BucketDoor } from './bucket-door.ts';
import type { Resolve } from './intrinsics.ts';
import { clientSettings } from './local-credentials.ts';
import { bucketName } from './physical-names.ts';
import type { Template } from './template.ts';

const BucketProperties = z.object({
  CorsConfiguration: z._default(
    z.object({
      CorsRules: z.array(
        z.object({
          AllowedOrigins: z.array(z.string()),
          AllowedMethods: z.array(z.string()),
          AllowedHeaders: z._default(z.array(z.string()), []),
          MaxAge: z.optional(z.number()),
        }),
      ),
    }),
    { CorsRules: [] },
  ),
});

/** Makes the buckets of the template; those that are there keep their files. Nothing in them expires here, and no file may have more than 11 MB. */
export async function createBuckets(template: Template, resolve: Resolve, door: BucketDoor): Promise<void> {
  const client = new S3Client(clientSettings(door.url));
  for (const resource of template.resources.filter(({ type }) => type === 'AWS::S3::Bucket')) {
    const { CorsConfiguration } = resource.properties;
    const properties = BucketProperties.parse(resolve({ CorsConfiguration }));
    const name = bucketName(resource);
    await client.send(new CreateBucketCommand({ Bucket: name }));
    door.allow(name, properties.CorsConfiguration.CorsRules);
  }
  client.destroy();
}

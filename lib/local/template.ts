import * as z from 'zod/mini';

/** A resource of the synthesized template; its properties still hold intrinsic functions. */
export interface Resource {
  logicalId: string;
  type: string;
  properties: Record<string, unknown>;
  condition: string | undefined;
}

/** A CloudFormation template with its intrinsic functions unresolved. */
export interface Template {
  resources: Resource[];
  /** Default values of the parameters. */
  parameters: Map<string, unknown>;
  /** Conditions by name, as the template writes them. */
  conditions: Map<string, unknown>;
}

const TemplateSchema = z.object({
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.optional(z.record(z.string(), z.unknown())),
      Condition: z.optional(z.string()),
    }),
  ),
  Parameters: z.optional(z.record(z.string(), z.object({ Default: z.optional(z.unknown()) }))),
  Conditions: z.optional(z.record(z.string(), z.unknown())),
});

/** Reads a template from its JSON value. */
export function parseTemplate(value: unknown): Template {
  const template = TemplateSchema.parse(value);
  return {
    resources: Object.entries(template.Resources).map(([logicalId, resource]) => ({
      logicalId,
      type: resource.Type,
      properties: resource.Properties ?? {},
      condition: resource.Condition,
    })),
    parameters: new Map(
      Object.entries(template.Parameters ?? {}).map(([name, parameter]) => [name, parameter.Default]),
    ),
    conditions: new Map(Object.entries(template.Conditions ?? {})),
  };
}

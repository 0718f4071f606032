import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as z from 'zod/mini';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { Alarms } from '../../lib/alarms.ts';
import { HarkStack } from '../../lib/hark-stack.ts';
import { readParameters } from '../../lib/parameters.ts';

const Resource = z.object({
  Type: z.string(),
  Properties: z._default(z.record(z.string(), z.unknown()), {}),
  DeletionPolicy: z.optional(z.string()),
  UpdateReplacePolicy: z.optional(z.string()),
});
export type Resource = z.infer<typeof Resource>;
const Resources = z.record(z.string(), Resource);

/** An app with the context of cdk.json and a sender, changed by `context`, which bundles no function. */
export function appWith(context: Record<string, unknown> = {}): App {
  return new App({
    context: {
      ...cdkJson.context,
      mailFrom: 'support@example.com',
      'aws:cdk:bundling-stacks': [],
      ...context,
    },
  });
}

/** The whole desk, as `cdk synth` would build it with these settings. */
export function deskWith(context: Record<string, unknown> = {}, app = appWith(context)): HarkStack {
  return new HarkStack(app, readParameters(app.node));
}

let usual: Template | undefined;

/** The template of the whole desk with the settings of cdk.json: made once for all files, since it takes seconds and never differs. */
export function usualTemplate(): Template {
  usual ??= Template.fromStack(deskWith());
  return usual;
}

/** A stack for one construct, and alarms for it to raise. */
export function workbench(): { stack: Stack; alarms: Alarms } {
  const stack = new Stack(appWith(), 'Workbench');
  return { stack, alarms: new Alarms(stack, 'Alarms', { email: 'ops@example.com' }) };
}

/** The resources of one type in a template, by their logical ids. */
export function resourcesOf(template: Template, type: string): [string, Resource][] {
  return Object.entries(Resources.parse(template.findResources(type)));
}

/** All resources of a template, by their logical ids. */
export function allResources(template: Template): [string, Resource][] {
  return Object.entries(Resources.parse(template.toJSON().Resources));
}

/** The one resource of a type. */
export function onlyResource(template: Template, type: string): Resource {
  const found = resourcesOf(template, type);
  const [first] = found;
  if (!first || found.length > 1)
    throw new Error(`The template has ${found.length} resources of the type ${type}.`);
  return first[1];
}

/** Every text anywhere inside a value. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const Statement = z.object({
  Effect: z.string(),
  Action: z.union([z.string(), z.array(z.string())]),
  Resource: z.unknown(),
  Condition: z.optional(z.unknown()),
});
const PolicyProperties = z.object({
  PolicyDocument: z.object({ Statement: z.array(Statement) }),
  Roles: z.array(z.object({ Ref: z.string() })),
});
const FunctionProperties = z.object({
  Description: z._default(z.string(), ''),
  Role: z.object({ 'Fn::GetAtt': z.tuple([z.string(), z.string()]) }),
  Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }),
});

/** What a role's policies allow: each action with the resources that it goes for. */
export interface Right {
  action: string;
  resource: unknown;
  condition: unknown;
}

/** All rights of all roles. */
export function allRights(template: Template): (Right & { role: string })[] {
  return resourcesOf(template, 'AWS::IAM::Policy').flatMap(([, { Properties }]) => {
    const { PolicyDocument, Roles } = PolicyProperties.parse(Properties);
    return PolicyDocument.Statement.flatMap(({ Action, Resource: resources, Condition }) =>
      [Action]
        .flat()
        .flatMap((action) =>
          [resources]
            .flat()
            .flatMap((resource) =>
              Roles.map(({ Ref }) => ({ role: Ref, action, resource, condition: Condition })),
            ),
        ),
    );
  });
}

function functionNamed(template: Template, name: string): z.infer<typeof FunctionProperties> {
  const functions = resourcesOf(template, 'AWS::Lambda::Function').map(([, { Properties }]) =>
    FunctionProperties.parse(Properties),
  );
  const found = functions.find(({ Description }) => Description === `functions/handlers/${name}.ts`);
  if (!found) throw new Error(`The template has no function '${name}'.`);
  return found;
}

/** The rights of the function of that name, without that to write its log. */
export function rightsOf(template: Template, name: string): Right[] {
  const [role] = functionNamed(template, name).Role['Fn::GetAtt'];
  return allRights(template).filter((right) => right.role === role && !right.action.startsWith('logs:'));
}

/** The actions of a function on resources that the test picks, sorted. */
export function actionsOf(template: Template, name: string, service: string): string[] {
  return rightsOf(template, name)
    .map(({ action }) => action)
    .filter((action) => action.startsWith(`${service}:`))
    .sort();
}

/** The environment of the function of that name. */
export function environmentOf(template: Template, name: string): Record<string, unknown> {
  return functionNamed(template, name).Environment.Variables;
}

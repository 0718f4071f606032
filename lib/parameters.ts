import type { Node } from 'constructs';
import * as z from 'zod/mini';
import { parameterSchemas } from './parameter-schemas.ts';

/** Stands in for `mailFrom` until there is one; a stack that carries it mails nothing, and says so. */
export const placeholderSender = 'hark@example.invalid';

const schema = z.object(parameterSchemas);

/** The operator's choices with all defaults filled in. */
export interface Parameters
  extends Required<
    Omit<z.infer<typeof schema>, 'alertEmails' | 'consoleUrl' | 'certificateArn' | 'signInDomain'>
  > {
  /** Addresses by role; none of the lists is empty. */
  readonly alertEmails: { team: string[]; lead: string[]; admin: string[] };
  readonly consoleUrl: string | undefined;
  /** Only with a `consoleUrl`. */
  readonly certificateArn: string | undefined;
  readonly signInDomain: string | undefined;
}

/**
 * Reads the context of the app (cdk.json, `--context name=value`); an empty string counts as not given.
 * @throws Error that names every unusable value, what is wrong with it and where to change it.
 */
export function readParameters(node: Node): Parameters {
  const names = Object.keys(parameterSchemas);
  const given = names.map((name): [string, unknown] => [name, node.tryGetContext(name)]);
  const values = Object.fromEntries(given.filter(([, value]) => value !== '' && value !== null));
  const parsed = schema.safeParse(values);
  if (!parsed.success) throw new Error(complaint(parsed.error.issues, values));
  const { removalPolicy, deletionProtection = removalPolicy === 'retain' } = parsed.data;
  if (removalPolicy === 'destroy' && deletionProtection) {
    throw new Error(
      'removalPolicy is "destroy" but deletionProtection is true: deleting the stack would fail half-way. ' +
        'Set deletionProtection to false in cdk.json, or keep removalPolicy "retain".',
    );
  }
  if (parsed.data.certificateArn !== undefined && parsed.data.consoleUrl === undefined) {
    throw new Error(
      'certificateArn is set but consoleUrl is not, so nobody knows for which address it is. Set consoleUrl in cdk.json to the https:// address of your desk.',
    );
  }
  const mailFrom = parsed.data.mailFrom ?? placeholderSender;
  const { team = [mailFrom], lead = team, admin = lead } = parsed.data.alertEmails ?? {};
  return {
    ...parsed.data,
    mailFrom,
    alertEmails: { team, lead, admin },
    alarmEmail: parsed.data.alarmEmail ?? admin[0] ?? mailFrom,
    consoleUrl: parsed.data.consoleUrl,
    certificateArn: parsed.data.certificateArn,
    signInDomain: parsed.data.signInDomain,
    deletionProtection,
  };
}

function complaint(issues: readonly z.core.$ZodIssue[], values: Readonly<Record<string, unknown>>): string {
  const lines = issues.map((issue) => {
    const name = String(issue.path[0]);
    const place = issue.path.length > 1 ? ` (at ${issue.path.slice(1).join('.')})` : '';
    return `  ${name} is ${JSON.stringify(values[name])}: ${issue.message}${place}`;
  });
  return `Hark's settings cannot be used:\n${lines.join('\n')}\nChange them under "context" in cdk.json or with --context name=value.`;
}

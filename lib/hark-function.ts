import { join } from 'node:path';
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type IGrantable, type IPrincipal, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Config, FunctionName } from '../functions/config.ts';
import { languageModule } from './language-table.ts';

const projectRoot = join(import.meta.dirname, '..');

/** ESM has no `require`, but CommonJS parts of a bundle call it for Node's own modules. */
const requireForCommonJs =
  "import{createRequire}from'node:module';const require=createRequire(import.meta.url);";

export interface HarkFunctionProps<F extends FunctionName> {
  /** The file in functions/handlers, without its ending. */
  readonly name: F;
  /** Exactly the settings that the function reads; one that is missing does not compile. */
  readonly environment: Config<F>;
  readonly logRetention: RetentionDays;
  /** In MB; the share of a processor grows with it. @default 512 */
  readonly memorySize?: number;
  /** @default 10 seconds */
  readonly timeout?: Duration;
  /** How often Lambda itself repeats a failed asynchronous call. @default Lambda's own, twice */
  readonly retryAttempts?: number;
}

/** One file of functions/handlers, bundled and deployed; starts with no right but to write its own log. */
export class HarkFunction<F extends FunctionName = FunctionName> extends Construct implements IGrantable {
  readonly name: F;
  readonly lambda: NodejsFunction;
  readonly timeout: Duration;
  readonly grantPrincipal: IPrincipal;

  constructor(scope: Construct, id: string, props: HarkFunctionProps<F>) {
    super(scope, id);
    this.name = props.name;
    this.timeout = props.timeout ?? Duration.seconds(10);
    const entry = `functions/handlers/${props.name}.ts`;
    const logGroup = new LogGroup(this, 'Log', {
      retention: props.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // A role of our own, because the managed policy that comes otherwise may write to every log of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    this.lambda = new NodejsFunction(this, 'Lambda', {
      description: entry,
      entry: join(projectRoot, entry),
      projectRoot,
      depsLockFilePath: join(projectRoot, 'package-lock.json'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memorySize ?? 512,
      timeout: this.timeout,
      retryAttempts: props.retryAttempts,
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      environment: {
        ...props.environment,
        NODE_OPTIONS: '--enable-source-maps',
        POWERTOOLS_METRICS_NAMESPACE: HarkFunction.metricsNamespace(this),
      },
      bundling: {
        format: OutputFormat.ESM,
        target: 'node24',
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        externalModules: [],
        mainFields: ['module', 'main'],
        logLevel: LogLevel.WARNING,
        banner: requireForCommonJs,
        esbuildArgs: { '--alias:eld/extrasmall': languageModule() },
      },
    });
    this.grantPrincipal = role;
  }

  /** Where the functions' own metrics go: `Hark`, unless the operator names the stack otherwise, which keeps two copies apart. */
  static metricsNamespace(scope: Construct): string {
    return Stack.of(scope).stackName;
  }

  /** Every function below `scope`, in the order of its making. */
  static allIn(scope: Construct): HarkFunction[] {
    return scope.node.findAll().filter((construct) => construct instanceof HarkFunction);
  }
}

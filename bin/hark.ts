import { App } from 'aws-cdk-lib';
import { HarkStack } from '../lib/hark-stack.ts';
import { type Parameters, readParameters } from '../lib/parameters.ts';

const app = new App();
new HarkStack(app, usableParameters());

/** The settings, or the end of the process with a sentence: a stack trace would tell the operator nothing. */
function usableParameters(): Parameters {
  try {
    return readParameters(app.node);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

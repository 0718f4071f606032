import { App } from 'aws-cdk-lib';
import { HarkStack } from '../lib/hark-stack.ts';
import { type Parameters, placeholderSender, readParameters } from '../lib/parameters.ts';
import { senderMissing } from '../lib/sender-required.ts';

const app = new App();
new HarkStack(app, usableParameters());

/** The settings, or the end of the process with a sentence: a stack trace would tell the operator nothing. */
function usableParameters(): Parameters {
  try {
    const parameters = readParameters(app.node);
    // A plain `cdk deploy` is stopped by the template itself, but only after minutes of uploading.
    const deploying = process.env.npm_lifecycle_event === 'deploy';
    if (deploying && parameters.mailFrom === placeholderSender) throw new Error(senderMissing);
    return parameters;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }
}

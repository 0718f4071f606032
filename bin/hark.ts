import { App } from 'aws-cdk-lib';
import { HarkStack } from '../lib/hark-stack.ts';
import { readParameters } from '../lib/parameters.ts';

const app = new App();
new HarkStack(app, readParameters(app.node));

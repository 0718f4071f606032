import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';

/** One attempt each: whoever waits has something else to go on with. */
export const bedrockClient = () => new BedrockRuntimeClient({ maxAttempts: 1 });

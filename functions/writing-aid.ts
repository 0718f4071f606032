import { type BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime';
import * as z from 'zod/mini';
import type { WritingTask } from './domain/writing-task.ts';
import type { WallClock } from './services/wall-clock.ts';
import { settleTokens, takeTokens } from './store/spend.ts';
import type { Table } from './store/table.ts';

/** What a model wrote, or why it did not: the day's tokens are used up, or it did not answer in time or at all. */
export type Written = { text: string } | { unavailable: 'ceiling' | 'failed' };

/** Writes by a language model; whoever asks goes on without it when it cannot. */
export type WritingAid = (task: WritingTask) => Promise<Written>;

/** Which model writes, and how many tokens a day it may take. `null` while nobody switched it on. */
export const WritingSetting = z.nullable(
  z.object({ model: z.string(), dailyTokens: z.number().check(z.gte(1)) }),
);
export type WritingSetting = z.infer<typeof WritingSetting>;

/** How long an agent waits, in milliseconds; the function itself has twenty seconds. */
const PATIENCE = 12_000;
/** Characters a token has at the least, so that no text costs more than was taken for it. */
const CHARACTERS_A_TOKEN = 2;

/** Bedrock's Converse API as a writing aid. Nothing of what it reads or writes goes to a log. */
export function bedrockAid(
  openClient: () => BedrockRuntimeClient,
  { model, dailyTokens }: NonNullable<WritingSetting>,
  { table, clock }: { table: Table; clock: WallClock },
  patience = PATIENCE,
): WritingAid {
  let client: BedrockRuntimeClient | undefined;
  return async ({ instructions, material, most }) => {
    const at = clock();
    const estimate = Math.ceil((instructions.length + material.length) / CHARACTERS_A_TOKEN) + most;
    if (!(await takeTokens(table, { tokens: estimate, at }, dailyTokens))) return { unavailable: 'ceiling' };
    try {
      client ??= openClient();
      const { output, usage } = await client.send(
        new ConverseCommand({
          modelId: model,
          system: [{ text: instructions }],
          messages: [{ role: 'user', content: [{ text: material }] }],
          inferenceConfig: { maxTokens: most, temperature: 0.2 },
        }),
        { abortSignal: AbortSignal.timeout(patience) },
      );
      await settleTokens(table, { tokens: (usage?.totalTokens ?? estimate) - estimate, at });
      const text = (output?.message?.content ?? [])
        .map((part) => part.text ?? '')
        .join('')
        .trim();
      return text === '' ? { unavailable: 'failed' } : { text };
    } catch {
      // Whatever the reason, the agent writes without it; what was taken stays counted, as the call may have cost.
      return { unavailable: 'failed' };
    }
  };
}

import { pathToFileURL } from 'node:url';
import { eld } from 'eld/extrasmall';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { languageModule } from '../../lib/language-table.ts';

const Scores = z.record(z.string(), z.number());
const Detected = z.object({ getScores: z.custom<() => unknown>((value) => typeof value === 'function') });
const Module = z.object({
  eld: z.object({ detect: z.custom<(text: string) => unknown>((value) => typeof value === 'function') }),
});

describe('the languages of a bundle', () => {
  it('are told apart exactly as the package does', async () => {
    const bundled = Module.parse(await import(/* @vite-ignore */ pathToFileURL(languageModule()).href)).eld;
    const texts = [
      'my flight is delayed again, and nobody says why',
      'Wann kommt mein Paket endlich an?',
      "J'attends ma commande depuis deux semaines",
      'Llevo dos horas esperando y nadie contesta',
      'Ninguém responde e o meu voo foi cancelado',
      'Где мой заказ? Жду уже неделю',
      '航班又延误了，没有人告诉我们原因',
      'هل يمكنني استرداد المبلغ',
      '"quotes", commas: 12:30\tand a \\ backslash',
      'constructor __proto__ toString',
      '',
    ];
    for (const text of texts) {
      const scores = Scores.parse(Detected.parse(bundled.detect(text)).getScores());
      expect(scores).toEqual(eld.detect(text).getScores());
    }
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { modelOf } from '../../../../../functions/domain/triage/artefact.ts';
import artefact from '../../../../../functions/domain/triage/model.json' with { type: 'json' };
import type { TaskName } from '../../../../../functions/domain/triage/tasks.ts';
import { isWord, tokensOf } from '../../../../../functions/domain/triage/tokens.ts';
import {
  type Evaluation,
  evaluate,
  tablesOf,
} from '../../../../../functions/domain/triage/training/evaluation.ts';
import { readExamples } from '../../../../../functions/domain/triage/training/example.ts';
import { judge, rowsOf } from '../../../../../functions/domain/triage/training/train.ts';
import { readExam, readLabelledMessages } from '../../../../../lib/local/labelled-messages.ts';

describe('the committed model, on the messages that it never saw', () => {
  let evaluation: Evaluation;

  beforeAll(() => {
    const { model, thresholds } = modelOf(artefact);
    const rows = rowsOf(readExamples(readLabelledMessages('.').lines)).filter(({ part }) => part === 'test');
    evaluation = evaluate(judge(model, rows), thresholds);
  });

  it.each<{ task: TaskName; floor: number }>([
    { task: 'sentiment', floor: 0.83 },
    { task: 'reason', floor: 0.77 },
    { task: 'urgency', floor: 0.7 },
    { task: 'needsReply', floor: 0.78 },
    { task: 'spam', floor: 0.85 },
  ])('tells the classes of $task apart', ({ task, floor }) => {
    expect(evaluation.tasks.find((one) => one.task === task)?.macroF1).toBeGreaterThan(floor);
  });

  it('loses no customer', () => {
    expect(evaluation.needsReplyRecall).toBeGreaterThanOrEqual(0.98);
    expect(evaluation.spamFalseAlarms).toBeLessThanOrEqual(0.002);
  });

  it('can be read as tables', () => {
    const tables = tablesOf(evaluation);
    expect(tables).toContain('| negative | ');
    expect(tables).toMatch(/sentiment: macro-F1 0\.\d{3}/);
  });
});

describe('the committed model, on the exam', () => {
  const exam = readExamples(readExam('.'));
  const said = (text: string) =>
    [...new Set(tokensOf(text).flatMap((token) => (isWord(token) ? [token.word] : [])))].sort().join(' ');

  it('has learnt from no message of it', () => {
    const learnt = new Set(readExamples(readLabelledMessages('.').lines).map(({ text }) => said(text)));
    const both = exam.map(({ text }) => said(text)).filter((words) => words !== '' && learnt.has(words));
    expect(both).toEqual([]);
  });

  it('tells what the people of tweets feel', () => {
    const { model, thresholds } = modelOf(artefact);
    const { tasks, needsReplyRecall } = evaluate(judge(model, rowsOf(exam)), thresholds);
    expect(tasks.find(({ task }) => task === 'sentiment')?.macroF1).toBeGreaterThan(0.84);
    expect(needsReplyRecall).toBeGreaterThanOrEqual(0.98);
  });
});

import { Duration, Stack } from 'aws-cdk-lib';
import {
  Dashboard as Board,
  GraphWidget,
  type GraphWidgetProps,
  type IMetric,
  SearchExpression,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { HarkFunction } from './hark-function.ts';
import type { HttpApi } from './http-api.ts';
import { StreamWorker } from './stream-worker.ts';
import { WorkQueue } from './work-queue.ts';

export interface DashboardProps {
  readonly api: HttpApi;
}

const period = Duration.minutes(5);

/** One page for "is everything all right": what comes in and what is late first, then the machinery below it. */
export class Dashboard extends Construct {
  readonly board: Board;

  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const stack = Stack.of(this);
    this.board = new Board(this, 'Board', { defaultInterval: Duration.hours(12) });
    this.board.addWidgets(...deskWidgets(stack));
    this.board.addWidgets(...queueWidgets(stack));
    this.board.addWidgets(...functionWidgets(stack), apiWidget(props.api));
  }
}

/** Numbers that the functions write into their logs, one line for each set of dimensions that came with them. */
function deskMetric(stack: Stack, metricName: string, statistic: string): IMetric {
  const namespace = HarkFunction.metricsNamespace(stack);
  return new SearchExpression({
    expression: `SEARCH('Namespace="${namespace}" MetricName="${metricName}"', '${statistic}', ${period.toSeconds()})`,
    label: statistic.startsWith('p') ? statistic : '',
    period,
  });
}

function graph(title: string, left: IMetric[], more: Partial<GraphWidgetProps> = {}): GraphWidget {
  return new GraphWidget({ title, left, width: 6, height: 6, ...more });
}

function deskWidgets(stack: Stack) {
  return [
    graph('Open conversations', [deskMetric(stack, 'OpenConversations', 'Maximum')]),
    graph('Messages', [deskMetric(stack, 'Received', 'Sum'), deskMetric(stack, 'Duplicate', 'Sum')]),
    graph('Dropped, by reason', [deskMetric(stack, 'Dropped', 'Sum')]),
    graph('Alerts, ms after their instant', [
      deskMetric(stack, 'AlertLateness', 'p50'),
      deskMetric(stack, 'AlertLateness', 'p99'),
    ]),
  ];
}

function queueWidgets(stack: Stack) {
  const queues = WorkQueue.allIn(stack);
  const streams = StreamWorker.allIn(stack);
  const deadLetters = [...queues, ...streams].map(({ anchor, deadLetters: queue }) =>
    queue.metricApproximateNumberOfMessagesVisible({ label: anchor, statistic: 'Maximum', period }),
  );
  return [
    graph(
      'Waiting',
      queues.map(({ anchor, queue }) =>
        queue.metricApproximateNumberOfMessagesVisible({ label: anchor, statistic: 'Maximum', period }),
      ),
    ),
    graph(
      'Age of the oldest, s',
      queues.map(({ anchor, queue }) =>
        queue.metricApproximateAgeOfOldestMessage({ label: anchor, statistic: 'Maximum', period }),
      ),
    ),
    graph(
      'Behind the stream, ms',
      streams.map(({ anchor, iteratorAge }) => iteratorAge.with({ label: anchor, period })),
    ),
    graph('Dead letters', deadLetters),
  ];
}

function functionWidgets(stack: Stack) {
  const functions = HarkFunction.allIn(stack);
  return [
    graph(
      'Errors',
      functions.map(({ name, lambda }) => lambda.metricErrors({ label: name, period })),
    ),
    graph(
      'Duration p99, ms',
      functions.map(({ name, lambda }) => lambda.metricDuration({ label: name, statistic: 'p99', period })),
    ),
    graph(
      'Throttles',
      functions.map(({ name, lambda }) => lambda.metricThrottles({ label: name, period })),
    ),
  ];
}

function apiWidget({ stage }: HttpApi) {
  return graph(
    'HTTP',
    [
      stage.metricClientError({ label: '4xx', statistic: 'Sum', period }),
      stage.metricServerError({ label: '5xx', statistic: 'Sum', period }),
    ],
    { right: [stage.metricLatency({ label: 'p99, ms', statistic: 'p99', period })] },
  );
}

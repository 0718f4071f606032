import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics } from '@aws-lambda-powertools/metrics';

/** What Hark counts. Metrics with a reason carry it as a dimension, so reasons are few and never customers' words. */
export type MetricName =
  | 'Received'
  | 'Duplicate'
  | 'Dropped'
  | 'Ignored'
  | 'Refused'
  | 'OpenConversations'
  | 'AlertLateness'
  | 'AlertSent'
  | 'AlertUndeliverable'
  | 'Outbound'
  | 'SubscriberLost'
  | 'SpikeNoticed'
  | 'Broadcast'
  | 'Media';

/** Numbers for the dashboard and lines for the log. No message text and no secret ever goes in. */
export interface Telemetry {
  count(name: MetricName, dimensions?: Record<string, string>): void;
  gauge(name: MetricName, value: number, dimensions?: Record<string, string>): void;
  milliseconds(name: MetricName, value: number, dimensions?: Record<string, string>): void;
  info(message: string, fields: Record<string, unknown>): void;
  warn(message: string, fields: Record<string, unknown>): void;
  error(message: string, fields: Record<string, unknown>): void;
}

/**
 * Structured log lines and CloudWatch's embedded metric format on standard output. The namespace comes with the environment,
 * so that two copies in one account keep their numbers apart. Both are made when there is something to tell: a webhook that
 * takes a delivery tells nothing, and its cold start is what a platform waits for.
 */
export function telemetryOf(serviceName: string): Telemetry {
  let loggerMade: Logger | undefined;
  let metricsMade: Metrics | undefined;
  const logger = () => {
    loggerMade ??= new Logger({ serviceName });
    return loggerMade;
  };
  const metrics = () => {
    metricsMade ??= new Metrics({ serviceName });
    return metricsMade;
  };
  const add = (
    name: MetricName,
    unit: 'Count' | 'Milliseconds',
    value: number,
    dimensions: Record<string, string> = {},
  ) => {
    const single = metrics().singleMetric();
    for (const [dimension, text] of Object.entries(dimensions)) single.addDimension(dimension, text);
    single.addMetric(name, unit, value);
  };
  return {
    count: (name, dimensions) => add(name, 'Count', 1, dimensions),
    gauge: (name, value, dimensions) => add(name, 'Count', value, dimensions),
    milliseconds: (name, value, dimensions) => add(name, 'Milliseconds', value, dimensions),
    info: (message, fields) => logger().info(message, fields),
    warn: (message, fields) => logger().warn(message, fields),
    error: (message, fields) => logger().error(message, fields),
  };
}

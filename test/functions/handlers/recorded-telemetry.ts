import type { Telemetry } from '../../../functions/telemetry.ts';

/** Everything that was counted, measured and logged, in order. */
export interface RecordedTelemetry extends Telemetry {
  readonly numbers: { name: string; value: number; dimensions: Record<string, string> }[];
  readonly lines: { level: 'info' | 'warn' | 'error'; message: string; fields: Record<string, unknown> }[];
}

/** Telemetry that tests can ask what it was told. */
export function recordTelemetry(): RecordedTelemetry {
  const numbers: RecordedTelemetry['numbers'] = [];
  const lines: RecordedTelemetry['lines'] = [];
  return {
    numbers,
    lines,
    count: (name, dimensions = {}) => numbers.push({ name, value: 1, dimensions }),
    gauge: (name, value, dimensions = {}) => numbers.push({ name, value, dimensions }),
    milliseconds: (name, value, dimensions = {}) => numbers.push({ name, value, dimensions }),
    info: (message, fields) => lines.push({ level: 'info', message, fields }),
    warn: (message, fields) => lines.push({ level: 'warn', message, fields }),
    error: (message, fields) => lines.push({ level: 'error', message, fields }),
  };
}

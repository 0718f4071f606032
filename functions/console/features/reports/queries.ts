import { queryOptions } from '@tanstack/react-query';
import { type Client, withQuery } from '../../api/client.ts';
import { Approvals, PromiseReport, TriageReport, WaitingReport } from '../../api/reports.ts';

const LOOK = 30_000;

export const waitingQuery = (client: Client) =>
  queryOptions({
    queryKey: ['reports', 'waiting'],
    queryFn: ({ signal }) => client.read('/api/conversations/counts', WaitingReport, signal),
    refetchInterval: LOOK,
  });

export const promiseReportQuery = (client: Client, days: number) =>
  queryOptions({
    queryKey: ['reports', 'promises', days],
    queryFn: ({ signal }) => client.read(withQuery('/api/reports/promises', { days }), PromiseReport, signal),
    placeholderData: (before) => before,
  });

export const triageReportQuery = (client: Client, days: number) =>
  queryOptions({
    queryKey: ['reports', 'triage', days],
    queryFn: ({ signal }) => client.read(withQuery('/api/reports/triage', { days }), TriageReport, signal),
    placeholderData: (before) => before,
  });

export const approvalsKey = ['approvals'];

export const approvalsQuery = (client: Client) =>
  queryOptions({
    queryKey: approvalsKey,
    queryFn: ({ signal }) => client.read('/api/approvals', Approvals, signal),
    refetchInterval: LOOK,
  });

import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { Reject } from './errors.ts';

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Changed meanwhile',
  412: 'Changed meanwhile',
  413: 'Too large',
  422: 'Cannot be done',
  428: 'Precondition missing',
  503: 'Not ready',
};

/** An error as a problem document (RFC 9457). What is not the caller's fault says no more than where to look it up. */
export function problem(error: unknown, traceId: string): APIGatewayProxyStructuredResultV2 {
  const known = error instanceof Reject ? error : undefined;
  const status = known?.status ?? 500;
  const detail =
    known?.message ??
    'Something failed on our side. Try again; if it stays, give the trace id to your administrator.';
  return {
    statusCode: status,
    headers: { ...known?.headers, 'content-type': 'application/problem+json' },
    body: JSON.stringify({
      ...known?.extra,
      type: 'about:blank',
      title: titles[status] ?? 'Failed',
      status,
      detail,
      traceId,
    }),
  };
}

/** One answer of the API. */
export interface Answer {
  status: number;
  /** Sent as JSON; undefined sends none. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

/** Thrown by an endpoint to answer with an error of the platform. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`Answers ${answer.status}.`);
    this.answer = answer;
  }
}

/** Parts of the `type` address still name the old host, as on the real platform. */
const OLD_PROBLEMS = 'https://api.twitter.com/2/problems';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
};

function plain(status: number, detail = TITLES[status] ?? 'Error'): Answer {
  return { status, body: { title: TITLES[status] ?? 'Error', detail, type: 'about:blank', status } };
}

export const unauthorized: Answer = plain(401);
export const tooManyRequests: Answer = plain(429);
export const noSuchPath: Answer = plain(404);
export const duplicatePost: Answer = plain(
  403,
  'You are not allowed to create a Tweet with duplicate content.',
);
export const noDirectMessages: Answer = plain(
  403,
  'You do not have permission to DM one or more participants.',
);
export const parentGone: Answer = plain(
  403,
  'You attempted to reply to a Tweet that is deleted or not visible to you.',
);
export const notSummoned: Answer = plain(
  403,
  'Reply to this conversation is not allowed because you have not been mentioned or otherwise engaged by the author of the post you are replying to.',
);

export function forbidden(detail: string): Answer {
  return plain(403, detail);
}

export const creditsDepleted: Answer = {
  status: 402,
  body: {
    title: 'CreditsDepleted',
    detail: 'Your enrolled account does not have any credits to fulfill this request.',
    type: 'https://api.x.com/2/problems/credits',
    status: 402,
  },
};

/** The answer to everything that self-serve tiers lost, likes among it. */
export const clientForbidden: Answer = {
  status: 403,
  body: {
    client_id: '30000001',
    detail:
      'When authenticating requests to the X API v2 endpoints, you must use keys and tokens from an attached developer App.',
    registration_url: 'https://developer.x.com/en/docs/projects/overview',
    title: 'Client Forbidden',
    required_enrollment: 'Appropriate Level of API Access',
    reason: 'client-not-enrolled',
    type: 'https://api.x.com/2/problems/client-forbidden',
  },
};

export function unsupportedAuthentication(used: string, supported: string): Answer {
  const detail = `Authenticating with ${used} is forbidden for this endpoint.  Supported authentication types are [${supported}].`;
  const type = `${OLD_PROBLEMS}/unsupported-authentication`;
  return { status: 403, body: { title: 'Unsupported Authentication', detail, type, status: 403 } };
}

/** One thing wrong with a request: which parameter with which values, in X's words. */
export interface InvalidParameter {
  name: string;
  value: string;
  message: string;
}

export function invalidRequest(...problems: InvalidParameter[]): Answer {
  const errors = problems.map(({ name, value, message }) => ({ parameters: { [name]: [value] }, message }));
  return {
    status: 400,
    body: {
      errors,
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: 'https://api.x.com/2/problems/invalid-request',
    },
  };
}

/** The error of something that is not there; look-ups send it with 200, writes with 404. */
export function notFoundError(
  resource: 'tweet' | 'user',
  parameter: string,
  id: string,
): Record<string, string> {
  return {
    value: id,
    detail: `Could not find ${resource} with ${parameter}: [${id}].`,
    title: 'Not Found Error',
    resource_type: resource,
    parameter,
    resource_id: id,
    type: `${OLD_PROBLEMS}/resource-not-found`,
  };
}

export function notFound(resource: string, id: string): Answer {
  const type = `${OLD_PROBLEMS}/resource-not-found`;
  return {
    status: 404,
    body: {
      title: 'Not Found Error',
      detail: `Could not find ${resource} with id: [${id}].`,
      type,
      status: 404,
    },
  };
}

function classic(status: number, code: number, message: string): Answer {
  return { status, body: { errors: [{ code, message }] } };
}

/** Errors by the numeric code of the classic API; where v2 has words of its own, those come without the code. */
const CODES: Readonly<Record<number, Answer>> = {
  64: classic(403, 64, 'Your account is suspended and is not permitted to access this feature.'),
  88: classic(429, 88, 'Rate limit exceeded'),
  89: classic(401, 89, 'Invalid or expired token.'),
  261: classic(403, 261, 'Application cannot perform write actions.'),
  326: classic(
    403,
    326,
    'To protect our users from spam and other malicious activity, this account is temporarily locked.',
  ),
  187: duplicatePost,
  349: noDirectMessages,
  385: parentGone,
  402: creditsDepleted,
  433: notSummoned,
};

/** What a fault on purpose answers: an error known by code, or any HTTP status. */
export function faultAnswer(value: number): Answer {
  return CODES[value] ?? plain(value);
}

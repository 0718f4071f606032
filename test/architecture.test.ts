import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventData } from '../functions/domain/events.ts';
import {
  child,
  filesIn,
  folderOf,
  linesOf,
  placeOf,
  type Source,
  type SyntaxNode,
  sourcesIn,
} from './source-tree.ts';

/*
 * The design's rules about what may know what, as tests. Each names the places that break it, so a failure is a list of
 * what to change. An exception stands in a table here, with its reason.
 */

const functions = sourcesIn('functions');
const lib = sourcesIn('lib');
const bin = sourcesIn('bin');
const tests = sourcesIn('test');
const product = [...functions, ...lib, ...bin];

/**
 * What the files of a layer may import: folders (with a slash at the end), files, or packages with all their subpaths. The
 * longest layer that a path begins with is the one that counts.
 */
interface Layer {
  layer: string;
  may: string[];
  /** May be imported as types only. */
  types?: string[];
}

const schema = 'zod';
const layers: Layer[] = [
  {
    layer: 'functions/domain/',
    may: [
      ...['functions/domain/', 'zod/mini', 'temporal-polyfill', 'eld'],
      ...['chrono-node', 'card-validator', 'libphonenumber-js', 'minisearch'],
    ],
  },
  {
    layer: 'functions/channels/',
    may: [
      'functions/channels/',
      'functions/errors.ts',
      schema,
      'node:crypto',
      'node:timers',
      'twitter-text',
      'oauth-1.0a',
    ],
    types: ['functions/domain/'],
  },
  {
    layer: 'functions/store/',
    may: [
      'functions/store/',
      'functions/domain/',
      'functions/errors.ts',
      '@aws-sdk',
      schema,
      'node:crypto',
      'node:timers',
    ],
  },
  {
    layer: 'functions/queues/',
    may: ['functions/queues/', 'functions/domain/', 'functions/errors.ts', '@aws-sdk/client-sqs', schema],
    types: ['functions/channels/'],
  },
  {
    layer: 'functions/mail/',
    may: [
      'functions/mail/',
      'functions/domain/',
      'functions/errors.ts',
      '@aws-sdk/client-sesv2',
      'escape-html',
      schema,
    ],
    types: ['functions/config.ts'],
  },
  {
    layer: 'functions/media/',
    may: [
      'functions/media/',
      ...['@aws-sdk/client-s3', '@aws-sdk/s3-request-presigner', 'file-type', 'ipaddr.js', schema],
      // What everybody may look at is named after its content.
      'node:crypto',
      // What customers attach is fetched with a lookup of our own, which `fetch` has no place for.
      ...['node:dns', 'node:http', 'node:https'],
    ],
    types: ['functions/domain/', 'functions/channels/', 'node:net'],
  },
  {
    layer: 'functions/live/',
    may: ['functions/live/', 'functions/store/', schema, 'node:crypto'],
    types: ['functions/services/'],
  },
  {
    layer: 'functions/status/',
    may: ['functions/status/', 'functions/mail/', 'functions/domain/', 'feedsmith', 'node:crypto'],
  },
  {
    layer: 'functions/services/',
    may: ['functions/services/', 'functions/queues/', '@aws-sdk', 'node:crypto'],
    types: ['functions/store/', 'functions/media/', 'functions/live/'],
  },
  { layer: 'functions/config.ts', may: [schema] },
  { layer: 'functions/errors.ts', may: [] },
  {
    layer: 'functions/api/',
    may: [
      'functions/api/',
      'functions/domain/',
      'functions/store/',
      'functions/channels/',
      'functions/media/',
      'functions/live/',
      'functions/services/',
      'functions/desk.ts',
      'functions/errors.ts',
      'functions/presence.ts',
      'functions/shell.ts',
      '@middy/http-router',
      schema,
      'node:crypto',
    ],
    // The services that the handler gives it.
    types: ['functions/'],
  },
  // Publishing to many: what only the handler of broadcasts is put together from.
  {
    layer: 'functions/broadcasts/',
    may: [
      'functions/broadcasts/',
      ...['domain/', 'channels/', 'store/', 'queues/', 'mail/', 'media/'].map(
        (folder) => `functions/${folder}`,
      ),
      ...['functions/desk.ts', 'functions/subscribers.ts', 'functions/errors.ts', schema],
    ],
    types: ['functions/'],
  },
  // What is derived from announcements: what only the handler of the books is put together from.
  {
    layer: 'functions/bookkeeping/',
    may: [
      ...['bookkeeping/', 'domain/', 'store/', 'queues/'].map((folder) => `functions/${folder}`),
      ...functions.filter(({ path }) => folderOf(path) === 'functions/').map(({ path }) => path),
      schema,
    ],
    types: ['aws-lambda'],
  },
  // What handlers are put together from: it knows all but them.
  {
    layer: 'functions/',
    may: [
      ...[
        'domain/',
        'channels/',
        'store/',
        'queues/',
        'mail/',
        'media/',
        'live/',
        'services/',
        'status/',
      ].map((folder) => `functions/${folder}`),
      ...functions.filter(({ path }) => folderOf(path) === 'functions/').map(({ path }) => path),
      ...['@aws-sdk', '@aws-lambda-powertools', '@middy', schema, 'node:crypto'],
    ],
    types: ['aws-lambda'],
  },
  { layer: 'functions/handlers/', may: ['functions/', schema, 'node:crypto'], types: ['aws-lambda'] },
  { layer: 'functions/console/vite.config.ts', may: ['vite', '@vitejs/plugin-react'] },
  {
    layer: 'functions/console/',
    may: [
      ...['functions/console/', 'react', 'react-dom', '@tanstack', '@mantine', '@tabler/icons-react'],
      ...['wouter', 'oidc-client-ts', 'twitter-text', 'recharts', schema],
    ],
    types: ['functions/domain/'],
  },
  {
    layer: 'lib/',
    may: [
      ...['lib/', 'aws-cdk-lib', 'constructs', 'cdk-nag', schema, 'node:path'],
      // Names and constants that the stack must spell as the functions do.
      ...['functions/store/keys.ts', 'functions/domain/events.ts', 'functions/domain/channel-name.ts'],
      ...[
        'functions/channels/platform-versions.ts',
        'functions/channels/media-hosts.ts',
        'functions/media/keys.ts',
        'functions/status/keys.ts',
        'functions/status/public-page.ts',
      ],
    ],
    types: ['functions/config.ts'],
  },
  // The page is built while the stack is synthesized, which is the only work that a construct has outside CDK.
  { layer: 'lib/language-table.ts', may: ['node:fs', 'node:path', 'node:module', schema] },
  { layer: 'lib/console-build.ts', may: ['node:fs', 'node:path', 'node:crypto', 'node:child_process'] },
  { layer: 'lib/local/', may: ['lib/', 'node:', 'npm:'], types: ['functions/domain/events.ts'] },
  // Commands that judge a text by themselves ask the same rules as the desk.
  { layer: 'bin/', may: ['bin/', 'lib/', 'functions/domain/', 'node:', 'npm:'] },
];

/** Imports that no layer's rule needs to grow for, by file. */
const forbidden: { name: string; from: RegExp; to: RegExp }[] = [
  { name: 'nothing imports a handler, not even a handler', from: /./, to: /^functions\/handlers\// },
  {
    name: 'only handlers import the API’s routes',
    from: /^functions\/(?!handlers\/|api\/)/,
    to: /^functions\/api\//,
  },
  { name: 'the stack does not know the local runner', from: /^lib\/(?!local\/)/, to: /^lib\/local\// },
  {
    name: 'the simulated platforms know nothing of Hark',
    from: /^lib\/local\/platforms\//,
    to: /^functions\//,
  },
];

const isPath = (name: string) => /^(functions|lib|bin|test)\//.test(name);

function matches(from: string, allowed: string): boolean {
  if (allowed === 'npm:') return !isPath(from) && !from.startsWith('node:');
  if (allowed === 'node:') return from.startsWith('node:');
  return allowed.endsWith('/')
    ? from.startsWith(allowed)
    : from === allowed || from.startsWith(`${allowed}/`);
}

function brokenBy(source: Source, { may, types = [] }: Layer): string[] {
  return source.imports
    .filter(
      ({ from, typeOnly }) =>
        !(typeOnly ? [...may, ...types] : may).some((allowed) => matches(from, allowed)),
    )
    .map(({ from, typeOnly }) => `${source.path} imports ${typeOnly ? 'types of ' : ''}${from}`);
}

function layerOf(path: string): string | undefined {
  const fitting = layers.map(({ layer }) => layer).filter((layer) => path.startsWith(layer));
  return fitting.sort((a, b) => b.length - a.length)[0];
}

describe('the dependency rule', () => {
  it.each(layers)('holds for $layer', (rule) => {
    const sources = product.filter(({ path }) => layerOf(path) === rule.layer);
    expect(sources.flatMap((source) => brokenBy(source, rule))).toEqual([]);
  });

  it.each(forbidden)('says: $name', ({ from, to }) => {
    const broken = product
      .filter(({ path }) => from.test(path))
      .flatMap(({ path, imports }) =>
        imports.filter((one) => to.test(one.from)).map((one) => `${path} → ${one.from}`),
      );
    expect(broken).toEqual([]);
  });

  it('keeps platforms apart', () => {
    const platformOf = (path: string) => /^functions\/channels\/([^/]+)\//.exec(path)?.[1];
    const broken = functions.flatMap(({ path, imports }) => {
      const own = platformOf(path);
      const others = imports.map(({ from }) => from).filter((from) => (platformOf(from) ?? own) !== own);
      return own === undefined ? [] : others.map((from) => `${path} → ${from}`);
    });
    expect(broken).toEqual([]);
  });

  it('covers every file', () => {
    expect(product.filter(({ path }) => layerOf(path) === undefined).map(({ path }) => path)).toEqual([]);
  });

  it('leads nowhere in a circle', () => {
    expect(circlesIn([...functions, ...lib])).toEqual([]);
  });
});

/** The circles that imports make, types included: each as the path that closes it. */
function circlesIn(sources: Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) circles.push([...trail.slice(start), path].join(' → '));
    if (start >= 0 || done.has(path)) return;
    for (const { from } of byPath.get(path)?.imports ?? [])
      if (byPath.has(from)) visit(from, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return circles;
}

/** Places of all nodes in the sources that are as described. */
function places(sources: Source[], is: (node: SyntaxNode) => boolean): string[] {
  return sources.flatMap((source) => source.nodes.filter(is).map((node) => placeOf(source, node)));
}

const isNamed = (node: SyntaxNode | undefined, name: string) =>
  node?.type === 'Identifier' && node.name === name;

/** Whether a node reads a member of something by its name, such as `Date.now`. */
const reads = (node: SyntaxNode, object: string, property: string) =>
  node.type === 'MemberExpression' &&
  isNamed(child(node, 'object'), object) &&
  isNamed(child(node, 'property'), property);

/** Things of the outside world that only one place may touch. */
const confined: { name: string; sources: Source[]; only: RegExp; is: (node: SyntaxNode) => boolean }[] = [
  {
    name: 'the environment is read',
    sources: product,
    only: /^(functions\/config\.ts$|lib\/(local\/|console-build\.ts$)|bin\/)/,
    is: (node) =>
      reads(node, 'process', 'env') ||
      (node.type === 'ImportSpecifier' && isNamed(child(node, 'imported'), 'env')),
  },
  {
    name: 'the wall clock is asked',
    sources: functions,
    only: /^functions\/(services\/|console\/browser\/)/,
    is: (node) =>
      reads(node, 'Date', 'now') ||
      reads(node, 'Temporal', 'Now') ||
      reads(node, 'performance', 'now') ||
      (node.type === 'NewExpression' &&
        isNamed(child(node, 'callee'), 'Date') &&
        Array.isArray(node.arguments) &&
        node.arguments.length === 0) ||
      (node.type === 'CallExpression' && isNamed(child(node, 'callee'), 'Date')),
  },
  {
    name: 'chance is asked',
    sources: functions,
    // A pause before another attempt is of a length by chance, and of no other consequence.
    only: /^functions\/(services\/|console\/browser\/|store\/write\.ts$)/,
    is: (node) =>
      reads(node, 'Math', 'random') ||
      isNamed(node, 'randomUUID') ||
      isNamed(node, 'randomBytes') ||
      isNamed(node, 'getRandomValues'),
  },
];

describe('the outside world', () => {
  it.each(confined)('is confined: where $name', ({ sources, only, is }) => {
    const outside = sources.filter(({ path }) => !only.test(path));
    expect(places(outside, is)).toEqual([]);
    const inside = sources.filter(({ path }) => only.test(path));
    expect(places(inside, is)).not.toEqual([]);
  });
});

const isConstAssertion = (node: SyntaxNode) => {
  const type = child(node, 'typeAnnotation');
  return type?.type === 'TSTypeReference' && isNamed(child(type, 'typeName'), 'const');
};

describe('types', () => {
  it.each([
    { name: 'any', is: (node: SyntaxNode) => node.type === 'TSAnyKeyword' },
    {
      name: 'an assertion but `as const`',
      is: (node: SyntaxNode) => node.type === 'TSAsExpression' && !isConstAssertion(node),
    },
    { name: 'an assertion in angle brackets', is: (node: SyntaxNode) => node.type === 'TSTypeAssertion' },
    {
      name: 'an assertion that something is there',
      is: (node: SyntaxNode) => node.type === 'TSNonNullExpression',
    },
  ])('are told the truth: without $name', ({ is }) => {
    expect(places([...functions, ...lib], is)).toEqual([]);
  });

  it('are not silenced', () => {
    const silenced = [...product, ...tests].filter(
      ({ path, text }) => path !== 'test/architecture.test.ts' && /@ts-(ignore|nocheck)/.test(text),
    );
    expect(silenced.map(({ path }) => path)).toEqual([]);
  });
});

describe('the names of events', () => {
  const names = new Set(Object.keys(eventData));
  const catalogue = 'functions/domain/events.ts';

  it('are spelled by handlers and the stack only where the compiler holds them against the catalogue', () => {
    const blind = [...lib, ...functions.filter(({ path }) => path.startsWith('functions/handlers/'))].filter(
      ({ imports }) => !imports.some(({ from }) => from === catalogue),
    );
    const isName = ({ type, value }: SyntaxNode) =>
      type === 'Literal' && typeof value === 'string' && names.has(value);
    expect(places(blind, isName)).toEqual([]);
  });
});

describe('files', () => {
  it.each([
    { layer: 'functions/handlers/', most: 60 },
    { layer: 'lib/', most: 150 },
    { layer: '', most: 300 },
  ])('below “$layer” have at most $most lines', ({ layer, most }) => {
    const inLayer = product.filter(
      ({ path }) => path.startsWith(layer) && !(layer === 'lib/' && path.startsWith('lib/local/')),
    );
    const long = inLayer.filter((source) => linesOf(source) > most);
    expect(long.map((source) => `${source.path}: ${linesOf(source)} lines`)).toEqual([]);
  });

  it('are named by what they hold', () => {
    const vague = /^(utils?|helpers?|types?|misc|manager|common|shared)\b/;
    const all = [...filesIn('functions'), ...filesIn('lib'), ...filesIn('bin'), ...filesIn('test')];
    const parts = all.filter((path) => path.split('/').some((part) => vague.test(part)));
    expect(parts).toEqual([]);
  });

  it('are named in lower case, with hyphens', () => {
    const odd = [...product, ...tests].filter(
      ({ path }) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(basename(path)),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });
});

/** Source files with something to run but without a test of their own, and why. */
const untested: Record<string, string> = {
  'functions/affected-conversations.ts': 'the tests of incidents propose, accept and let go',
  'functions/alerts.ts': 'composes what notify sends; the tests of notify read the mails',
  'functions/api/incident-conversations.ts': 'the tests of incidents accept and reject',
  'functions/api/incident-moves.ts': 'the tests of incidents take every step',
  'functions/api/incident-words.ts': 'the tests of incidents say something on every channel',
  'functions/api/order.ts': 'fills in an order; the tests of replies and invitations foresee with it',
  'functions/api/promise-report.ts': 'adds up and shows; the tests of promises read it',
  'functions/api/reply-assessment.ts':
    'gathers what the rules ask; the tests of coaching and promises read it',
  'functions/api/reply-facts.ts': 'loads what a reply is decided on; the tests of replies use it',
  'functions/api/own-message.ts':
    'loads and shows messages; the tests of undo, resend and handled are about it',
  'functions/api/broadcast-media.ts': 'keeps and shows files; the tests of broadcasts attach some',
  'functions/api/broadcast-moves.ts': 'the tests of broadcasts take every step',
  'functions/api/broadcast-rules.ts': 'the tests of broadcasts are refused by each rule',
  'functions/api/broadcast-view.ts': 'the tests of broadcasts read it',
  'functions/api/post-mortem.ts': 'loads what the pure page is made of; the tests of incidents read it',
  'functions/broadcasts/again.ts': 'spells one queue message; the tests of reaching a recipient wait for it',
  'functions/broadcasts/first-word.ts': 'the tests of incidents go on from the first post',
  'functions/broadcasts/hear.ts': 'the tests of personal answers and of mails in doubt hear of both',
  'functions/broadcasts/mailing.ts': 'the tests of reaching subscribers mail them',
  'functions/broadcasts/pace.ts': 'the tests of reaching a recipient wait for their turn',
  'functions/broadcasts/planning.ts': 'the tests of looking after a broadcast plan every audience',
  'functions/broadcasts/posting.ts': 'the tests of reaching a recipient post on both platforms',
  'functions/broadcasts/repeating.ts': 'the tests of looking after a broadcast repeat one',
  'functions/broadcasts/work.ts': 'tells queue messages apart; all tests of broadcasts go through it',
  'functions/channels/edges.ts': 'a registry',
  'functions/channels/facebook/followers.ts': 'the tests of sending ask it',
  'functions/channels/facebook/profile.ts': 'the tests of naming strangers ask it',
  'functions/channels/x/followers.ts': 'the tests of sending ask it',
  'functions/channels/senders.ts': 'a registry',
  'functions/media/keys.ts': 'spells keys; the tests of uploads and copies use them',
  'functions/answer-page.ts': 'the page of a question; the tests of answering read it',
  'functions/api/questions.ts': 'asks experts; the tests of answering begin with it',
  'functions/domain/expert-question-schema.ts':
    'how far a question came; the tests of expert questions ask it',
  'functions/handlers/answers.ts': 'puts parts together; the tests of answering are about them',
  'functions/mail/question-mail.ts': 'the words of one mail; the tests of answering read them',
  'functions/question-alerts.ts': 'composes the mail of a question; the tests of answering read it',
  'functions/bookkeeping/learn-answers.ts': 'learns what suggestions show; the tests of suggestions let it',
  'functions/domain/directory.ts': 'a schema; the tests of experts and of settings read it',
  'functions/domain/change.ts': 'an empty change; every decision starts with it',
  'functions/fire-conversation.ts': 'half of firing what is due; the tests of due are about it',
  'functions/handlers/bookkeeping.ts': 'puts parts together; the tests of keeping books are about them',
  'functions/handlers/broadcast.ts': 'puts parts together; the tests of broadcasts are about them',
  'functions/bookkeeping/follow-incidents.ts': 'tells events apart; the tests of incidents go through it',
  'functions/handlers/release.ts': 'puts parts together; the tests of held accounts are about them',
  'functions/inbound-desk.ts': 'puts parts together; the tests of each part are about it',
  'functions/domain/routing-schema.ts': 'a schema; the tests of routing and of its settings read with it',
  'functions/live/ticket.ts': 'hashes a ticket; the tests of pages come in by one',
  'functions/store/live-keys.ts': 'spells keys; the tests of tickets and connections use them',
  'functions/store/pace-keys.ts': 'spells keys; the tests of pace use them',
  'functions/store/recount-fence.ts':
    'what a recount leaves behind; the tests of recounting tally against it',
  'functions/store/recount-keys.ts': 'spells keys; the tests of recounting write and read by them',
  'functions/store/said-keys.ts': 'spells keys; the tests of the store read and write by them',
  'functions/store/work-keys.ts': 'spells keys; the tests of seats, presence and duty use them',
  'functions/let-leave.ts': 'half of firing what is due; the tests of due are about it',
  'functions/mail/alert-html.ts': 'one form of the alert mail; its test reads both',
  'functions/mail/approval-mail.ts': 'the words of one mail; the tests of approval alerts read them',
  'functions/mail/alert-words.ts': 'the words of the alert mail; its test reads them',
  'functions/read-alert.ts': 'tells alerts apart; the tests of notify and of account alerts read both',
  'functions/spike-alerts.ts': 'composes what notify sends; the tests of the spikes handler read the mail',
  'functions/remind-owner.ts': 'the tests of incidents let time pass',
  'functions/services/bedrock.ts': 'makes a client; the tests of the writing aid speak to one',
  'functions/services/bus.ts': 'makes a client; the tests of the handlers use it',
  'functions/services/media-bucket.ts': 'makes a client; every function with files uses it',
  'functions/services/live.ts': 'makes a client; the tests of push send by it',
  'functions/services/mail.ts': 'makes a client; the tests of the handlers use it',
  'functions/services/platform-calls.ts': 'gives chance and a time limit; the tests of sending use it',
  'functions/services/queues.ts': 'makes a client; the tests of the handlers use it',
  'functions/services/secrets.ts': 'makes a client; the tests of the handlers use it',
  'functions/services/wall-clock.ts': 'tells the time, which no test can know',
};

/** Schemas, types and constants hold nothing to run; what reads and writes them is tested. */
const runs = ({ nodes }: Source) =>
  nodes.some(({ type }) => /Function|ClassDeclaration/.test(type) && !type.startsWith('TS'));

describe('tests', () => {
  const paths = new Set(tests.map(({ path }) => path));
  const testsOf = (path: string) => [
    `test/${path.replace(/\.ts$/, '.test.ts')}`,
    `test/${path.replace(/\.ts$/, '.property.test.ts')}`,
  ];

  it('mirror the functions', () => {
    const missing = functions
      .filter((source) => runs(source) && basename(source.path) !== 'index.ts')
      .filter(({ path }) => !path.startsWith('functions/console/') && untested[path] === undefined)
      .filter(({ path }) => !testsOf(path).some((test) => paths.has(test)));
    expect(missing.map(({ path }) => path)).toEqual([]);
  });

  it('make no exception that is not needed', () => {
    const needless = Object.keys(untested).filter(
      (path) =>
        !functions.some((source) => source.path === path) || testsOf(path).some((test) => paths.has(test)),
    );
    expect(needless).toEqual([]);
  });

  it('put no module in the place of another', () => {
    const mocked = places(tests, (node) =>
      ['mock', 'doMock', 'hoisted'].some((name) => reads(node, 'vi', name)),
    );
    expect(mocked).toEqual([]);
  });
});

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import type { ConsoleConfig } from '../console.ts';
import { buildFailure, consoleBuild } from '../console-build.ts';
import { assets, cacheControl, fileName, page } from '../page-paths.ts';
import { contentSecurityPolicy, type ForeignOrigins, securityHeaders } from '../security-headers.ts';
import { gatewayAnswer, type HttpAnswer } from './http-answer.ts';
import { splitUrl } from './http-event.ts';

/** What the page is told about the stack that it belongs to, as `/config.json`. */
export interface LocalConsoleConfig extends ConsoleConfig {
  /** Where an agent can be a customer; no stack in AWS has it. */
  outsideUrl: string;
}

/** The agents' page on one machine, as CloudFront serves it from its bucket. */
export interface LocalConsole {
  /** Answers a request for a file or a page; undefined for what belongs to others. */
  answer(request: IncomingMessage): Promise<HttpAnswer | undefined>;
}

/** What CloudFront sends to somewhere else. */
const elsewhere = /^\/(api|webhooks|status[^/]*|live|_local)(\/|$)/;

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** Serves the page that is built from the sources as they are now, so that a reload shows what was changed. */
export function openConsole(root: string, config: LocalConsoleConfig, foreign: ForeignOrigins): LocalConsole {
  const headers = { ...securityHeaders, 'content-security-policy': contentSecurityPolicy(foreign) };
  let building: Promise<string> | undefined;

  /** One build at a time; a page and its files come from the same one. */
  function built(): Promise<string> {
    building ??= build(root).finally(() => {
      building = undefined;
    });
    return building;
  }

  let folder: string | undefined;
  return {
    async answer(request) {
      const { pathname } = splitUrl(request.url);
      if (!['GET', 'HEAD'].includes(request.method ?? '') || elsewhere.test(pathname)) return undefined;
      if (pathname === '/config.json') return jsonAnswer(config, headers);
      const isPage = !fileName.test(pathname);
      try {
        if (isPage || folder === undefined) folder = await built();
      } catch (error) {
        return gatewayAnswer(500, error instanceof Error ? error.message : String(error));
      }
      return fileAnswer(folder, isPage ? page : pathname, headers);
    },
  };
}

const run = promisify(execFile);
const Failure = z.object({ stdout: z.string(), stderr: z.string() });

async function build(root: string): Promise<string> {
  const { folder, arguments: words, environment, finish } = consoleBuild(root);
  if (!words) return folder;
  mkdirSync(dirname(folder), { recursive: true });
  try {
    await run(process.execPath, words, { cwd: root, env: { ...process.env, ...environment } });
  } catch (error) {
    const said = Failure.safeParse(error).data;
    throw new Error(buildFailure(said ? said.stdout + said.stderr : String(error)));
  }
  finish?.();
  return folder;
}

function jsonAnswer(value: unknown, headers: Record<string, string>): HttpAnswer {
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'application/json', 'cache-control': cacheControl.files },
    body: Buffer.from(JSON.stringify(value)),
  };
}

function fileAnswer(folder: string, path: string, headers: Record<string, string>): HttpAnswer {
  const file = normalize(join(folder, path));
  if (!file.startsWith(join(folder, '/')) || !existsSync(file)) return gatewayAnswer(404, 'Not Found');
  return {
    status: 200,
    headers: {
      ...headers,
      'content-type': contentTypes[extname(file)] ?? 'application/octet-stream',
      'cache-control': path.startsWith(assets) ? cacheControl.assets : cacheControl.files,
    },
    body: readFileSync(file),
  };
}

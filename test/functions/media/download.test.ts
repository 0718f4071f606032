import { describe, expect, it } from 'vitest';
import { type Download, download, publicLookup, type Resolve } from '../../../functions/media/download.ts';
import { file, startFileHost, status } from './file-host.ts';
import { png } from './sample-files.ts';

const resolveTo =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

const how = (origins: string[], more: Partial<Download> = {}): Download => ({
  origins,
  largest: 100,
  signal: AbortSignal.timeout(10_000),
  ...more,
});
const got = { outcome: 'got', bytes: png };
const elsewhere = { outcome: 'never', reason: 'elsewhere' };

describe('a file', () => {
  it('is fetched as it is', async () => {
    const host = await startFileHost({ '/a': file(png) });
    expect(await download(`${host.origin}/a`, how([host.origin]))).toEqual(got);
    expect(host.asked[0]?.headers).toMatchObject({ 'accept-encoding': 'identity' });
  });

  it('is asked for with what the platform wants to see', async () => {
    const host = await startFileHost({ '/a': file(png) });
    const headersFor = (url: string) => ({ authorization: `signed ${url}` });
    await download(`${host.origin}/a`, how([host.origin], { headersFor }));
    expect(host.asked[0]?.headers.authorization).toBe(`signed ${host.origin}/a`);
  });

  it.each([
    [404, { outcome: 'never', reason: 'gone' }],
    [403, { outcome: 'never', reason: 'gone' }],
    [410, { outcome: 'never', reason: 'gone' }],
    [204, { outcome: 'never', reason: 'gone' }],
    [304, { outcome: 'never', reason: 'gone' }],
    [408, { outcome: 'later' }],
    [429, { outcome: 'later' }],
    [500, { outcome: 'later' }],
    [503, { outcome: 'later' }],
  ])('that is answered with %i is there never or later', async (code, outcome) => {
    const host = await startFileHost({ '/a': status(code) });
    expect(await download(`${host.origin}/a`, how([host.origin]))).toEqual(outcome);
  });

  it('that announces too much is not read', async () => {
    const host = await startFileHost({ '/a': file(Buffer.alloc(101)) });
    expect(await download(`${host.origin}/a`, how([host.origin]))).toEqual({
      outcome: 'never',
      reason: 'too-large',
    });
  });

  it('that never ends is left as soon as it is too much', async () => {
    const host = await startFileHost({
      '/a': (_request, response) => {
        response.writeHead(200);
        const more = () => {
          while (!response.destroyed && response.write(Buffer.alloc(64)));
        };
        response.on('drain', more);
        more();
      },
    });
    expect(await download(`${host.origin}/a`, how([host.origin]))).toEqual({
      outcome: 'never',
      reason: 'too-large',
    });
  });

  it('that is as large as is allowed is fetched', async () => {
    const host = await startFileHost({ '/a': file(Buffer.alloc(100)) });
    expect(await download(`${host.origin}/a`, how([host.origin]))).toMatchObject({ outcome: 'got' });
  });

  it.each([
    ['a connection that is cut at once', 0],
    ['a connection that is cut in the middle', 10],
  ])('comes later after %s', async (_name, bytes) => {
    const host = await startFileHost({
      '/a': (request, response) => {
        if (bytes === 0) return request.socket.destroy();
        response.writeHead(200, { 'content-length': png.length });
        response.write(png.subarray(0, bytes), () => request.socket.destroy());
      },
    });
    expect(await download(`${host.origin}/a`, how([host.origin]))).toEqual({ outcome: 'later' });
  });

  it('comes later when its time is over', async () => {
    const abort = new AbortController();
    const host = await startFileHost({
      '/a': (_request, response) => {
        response.writeHead(200, { 'content-length': png.length });
        response.write(png.subarray(0, 10), () => abort.abort());
      },
    });
    expect(await download(`${host.origin}/a`, how([host.origin], { signal: abort.signal }))).toEqual({
      outcome: 'later',
    });
  });
});

describe('a redirect', () => {
  it('is followed within the hosts that are listed', async () => {
    const target = await startFileHost({ '/b': file(png) });
    const host = await startFileHost({ '/a': status(302, `${target.origin}/b`) });
    const origins = [host.origin, target.origin];
    expect(await download(`${host.origin}/a`, how(origins))).toEqual(got);
  });

  it('may be relative', async () => {
    const host = await startFileHost({ '/a': status(301, '/b'), '/b': file(png) });
    expect(await download(`${host.origin}/a`, how([host.origin]))).toEqual(got);
  });

  it('carries to the next host only what that one may see', async () => {
    const target = await startFileHost({ '/b': file(png) });
    const host = await startFileHost({ '/a': status(302, `${target.origin}/b`) });
    const headersFor = (url: string): Record<string, string> =>
      url.startsWith(host.origin) ? { authorization: 'secret' } : {};
    const origins = [host.origin, target.origin];
    expect(await download(`${host.origin}/a`, how(origins, { headersFor }))).toEqual(got);
    expect(host.asked[0]?.headers.authorization).toBe('secret');
    expect(target.asked[0]?.headers.authorization).toBeUndefined();
  });

  it('is followed three times and no more', async () => {
    const steps = { '/2': status(302, '/1'), '/1': status(302, '/0'), '/0': file(png) };
    const host = await startFileHost({ ...steps, '/4': status(302, '/3'), '/3': status(302, '/2') });
    expect(await download(`${host.origin}/3`, how([host.origin]))).toEqual(got);
    expect(await download(`${host.origin}/4`, how([host.origin]))).toEqual(elsewhere);
  });

  it.each([
    ['to where clouds keep credentials', 'http://169.254.169.254/latest/meta-data/'],
    ['to a safe connection on this machine', 'https://127.0.0.1/'],
    ['to a host that is not listed', 'https://example.com/A.jpg'],
    ['to a file', 'file:///etc/passwd'],
    ['to nowhere', 'http://'],
  ])('is not followed %s', async (_name, location) => {
    const host = await startFileHost({ '/a': status(302, location) });
    expect(await download(`${host.origin}/a`, how([host.origin, 'https://pbs.twimg.com']))).toEqual(
      elsewhere,
    );
  });

  it('is not followed to another port of this machine', async () => {
    const inside = await startFileHost({ '/secret': file(png) });
    const host = await startFileHost({ '/a': status(302, `${inside.origin}/secret`) });
    expect(await download(`${host.origin}/a`, how([host.origin]))).toEqual(elsewhere);
    expect(inside.asked).toEqual([]);
  });

  it('does not lead into a private network by the name of a listed host', async () => {
    const host = await startFileHost({ '/a': status(302, 'https://pbs.twimg.com/A.jpg') });
    const origins = [host.origin, 'https://pbs.twimg.com'];
    const resolve = resolveTo('127.0.0.1');
    expect(await download(`${host.origin}/a`, how(origins, { resolve }))).toEqual(elsewhere);
  });
});

describe('a host', () => {
  const origins = ['https://pbs.twimg.com'];
  const address = 'https://pbs.twimg.com/A.jpg';

  it.each([
    ['this machine', ['127.0.0.1']],
    ['a private network', ['10.0.0.7']],
    ['this machine, mapped', ['::ffff:127.0.0.1']],
    ['the internet and a private network', ['104.244.43.131', '192.168.0.1']],
    ['nowhere', []],
  ])('that leads to %s is not asked', async (_name, addresses) => {
    expect(await download(address, how(origins, { resolve: resolveTo(...addresses) }))).toEqual(elsewhere);
  });

  it('that cannot be found is asked later', async () => {
    const resolve = async () => {
      throw new Error('getaddrinfo EAI_AGAIN');
    };
    expect(await download(address, how(origins, { resolve }))).toEqual({ outcome: 'later' });
  });

  it.each([
    { name: 'one', options: {}, expected: ['104.244.43.131', 4] },
    {
      name: 'all',
      options: { all: true },
      expected: [[{ address: '104.244.43.131', family: 4 }], undefined],
    },
  ])('of the internet is connected to at what was looked at: $name', async ({ options, expected }) => {
    const found = await new Promise((answer, fail) => {
      publicLookup(resolveTo('104.244.43.131'))('pbs.twimg.com', options, (error, address, family) =>
        error ? fail(error) : answer([address, family]),
      );
    });
    expect(found).toEqual(expected);
  });
});

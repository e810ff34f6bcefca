import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { askAll, type Patience, waitOf } from '../../../../src/integrations/external/ask.ts';
import { failureOf } from '../../../../src/integrations/external/request.ts';
import type { Answer } from '../../../../src/series/external-links.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let handlers: Record<string, Handler> = {};
let origin = '';
let asked: string[] = [];
let waited: number[] = [];

const PATIENCE: Patience = {
  timeout: 5000,
  pause: 0,
  longestWait: 30_000,
  wait: (milliseconds) => {
    waited.push(milliseconds);
    return Promise.resolve();
  },
};

beforeEach(async () => {
  [handlers, asked, waited] = [{}, [], []];
  server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(`${request.method} ${path}`);
    const handler = handlers[path];
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const says =
  (status: number, headers: Record<string, string> = {}, body = ''): Handler =>
  (_request, response) =>
    response.writeHead(status, headers).end(body);
const to = (status: number, location: string) => says(status, { location });

async function ask(path: string, patience: Partial<Patience> = {}): Promise<Answer | undefined> {
  const url = path.startsWith('http') ? path : origin + path;
  return (await askAll([url], { ...PATIENCE, ...patience })).get(url);
}

describe('a link is', () => {
  test('there, by one HEAD', async () => {
    handlers['/'] = says(200);
    expect(await ask('/')).toEqual({ kind: 'there' });
    expect(asked).toEqual(['HEAD /']);
  });

  test.each([405, 501, 403, 404, 500])(
    'there where HEAD is answered with %i, and GET is not',
    async (status) => {
      handlers['/'] = ({ method }, response) => response.writeHead(method === 'HEAD' ? status : 200).end();
      expect(await ask('/')).toEqual({ kind: 'there' });
      expect(asked).toEqual(['HEAD /', 'GET /']);
    },
  );

  test.each([404, 410])('dead where the host answers %i', async (status) => {
    handlers['/'] = says(status);
    expect(await ask('/')).toEqual({ kind: 'dead', why: `the host answers ${status}` });
  });

  test.each([401, 403, 500, 503])('uncertain where the host answers %i', async (status) => {
    handlers['/'] = says(status);
    expect(await ask('/')).toEqual({ kind: 'silent', why: `the host answers ${status}` });
  });

  test('uncertain where the host is too slow', async () => {
    handlers['/'] = () => undefined;
    expect(await ask('/', { timeout: 50 })).toEqual({ kind: 'silent', why: 'no answer within 0.05 s' });
  });

  test('dead where nobody listens', async () => {
    const closed = createServer();
    await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
    const { port } = closed.address() as AddressInfo;
    await new Promise((done) => closed.close(done));
    expect(await ask(`http://127.0.0.1:${port}/`)).toMatchObject({
      kind: 'dead',
      why: 'the host refuses the connection (ECONNREFUSED)',
    });
  });

  test('dead where no secure connection can be made', async () => {
    expect(await ask(origin.replace('http', 'https'))).toMatchObject({
      kind: 'dead',
      why: expect.stringMatching(/^no secure connection can be made to it \(/) as string,
    });
  });

  test('uncertain where the answer is not HTTP, or is cut off', async () => {
    handlers['/'] = (request) => request.socket.end('nonsense\r\n\r\n');
    expect(await ask('/')).toMatchObject({ kind: 'silent' });
    handlers['/'] = (request) => request.socket.destroy();
    expect(await ask('/')).toMatchObject({ kind: 'silent' });
  });
});

describe('redirects', () => {
  test.each([302, 303, 307])('by %i are followed, and the address is right as it is', async (status) => {
    handlers['/'] = to(status, '/new');
    handlers['/new'] = says(200);
    expect(await ask('/')).toEqual({ kind: 'there' });
  });

  test.each([301, 308])('by %i give the new address, with the fragment', async (status) => {
    handlers['/'] = to(status, '/new');
    handlers['/new'] = says(200, { 'content-type': 'text/html' }, '<p id="here">');
    expect(await ask('/#here')).toEqual({ kind: 'moved', to: `${origin}/new#here` });
  });

  test('that last and then do not give the address that lasts', async () => {
    handlers['/'] = to(301, '/lasting');
    handlers['/lasting'] = to(302, '/today');
    handlers['/today'] = says(200);
    expect(await ask('/')).toEqual({ kind: 'moved', to: `${origin}/lasting` });
  });

  test('that lead to nothing are dead', async () => {
    handlers['/'] = to(301, '/gone');
    expect(await ask('/')).toEqual({ kind: 'dead', why: 'the host answers 404' });
  });

  test('round in a circle are dead', async () => {
    handlers['/'] = to(302, '/b');
    handlers['/b'] = to(302, '/');
    expect(await ask('/')).toEqual({ kind: 'dead', why: 'its redirects lead round in a circle' });
  });

  test('without an end are dead', async () => {
    for (let step = 0; step < 20; step++) handlers[`/${step}`] = to(302, `/${step + 1}`);
    expect(await ask('/0')).toEqual({ kind: 'dead', why: 'it has more than 10 redirects' });
  });

  test('to another scheme are dead', async () => {
    handlers['/'] = to(302, 'ftp://example.org/');
    expect(await ask('/')).toEqual({ kind: 'dead', why: 'it leads to `ftp://example.org/`' });
  });
});

describe('a busy host', () => {
  test('is asked again after as long as it says', async () => {
    let times = 0;
    handlers['/'] = (_request, response) =>
      times++ < 2 ? response.writeHead(429, { 'retry-after': '2' }).end() : response.writeHead(200).end();
    expect(await ask('/')).toEqual({ kind: 'there' });
    expect(waited).toEqual([2000]);
  });

  test('is asked three times at most', async () => {
    handlers['/'] = says(429, { 'retry-after': '1' });
    expect(await ask('/')).toEqual({ kind: 'silent', why: 'the host answers 429' });
    expect(asked).toEqual(['HEAD /', 'GET /', 'GET /', 'GET /']);
  });

  test('is left alone when it says to come back much later', async () => {
    handlers['/'] = says(429, { 'retry-after': '3600' });
    expect(await ask('/')).toEqual({ kind: 'silent', why: 'it is busy, and asks to come back later' });
    expect(waited).toEqual([]);
  });
});

describe('a fragment', () => {
  const PAGE = '<h2 id="one">x</h2><a name="two">x</a><h2 id="user-content-three">x</h2><p id="日本">x</p>';

  beforeEach(() => {
    handlers['/'] = says(200, { 'content-type': 'text/html; charset=utf-8' }, PAGE);
    handlers['/a.pdf'] = says(200, { 'content-type': 'application/pdf' }, '%PDF');
  });

  test.each(['one', 'two', 'three', '%E6%97%A5%E6%9C%AC', 'top', ':~:text=x', '!/route', 'one:~:text=x', ''])(
    '#%s is there',
    async (fragment) => {
      expect(await ask(`/#${fragment}`)).toEqual({ kind: 'there' });
    },
  );

  test('of something else than a page is not looked for', async () => {
    expect(await ask('/a.pdf#page-3')).toEqual({ kind: 'there' });
  });

  test('that a page does not have is uncertain, since a script may make it', async () => {
    expect(await ask('/#four')).toEqual({
      kind: 'silent',
      why: 'the page is there, but has no `#four` before its scripts run',
    });
  });

  test('costs no request of its own', async () => {
    await askAll([`${origin}/#one`, `${origin}/#two`, `${origin}/#four`], PATIENCE);
    expect(asked).toEqual(['GET /']);
  });
});

test.each([
  [{ status: 200, retryAfter: '5' }, undefined],
  [{ status: 503, retryAfter: undefined }, undefined],
  [{ status: 503, retryAfter: '5' }, 5000],
  [{ status: 429, retryAfter: undefined }, 5000],
  [{ status: 429, retryAfter: 'nonsense' }, 5000],
  [{ status: 429, retryAfter: 'Thu, 01 Jan 1970 00:00:09 GMT' }, 8000],
  [{ status: 429, retryAfter: 'Thu, 01 Jan 1970 00:00:00 GMT' }, 0],
])('%j asks to wait %j ms', (reply, wait) => {
  expect(waitOf(reply, 1000)).toBe(wait);
});

test.each([
  ['ENOTFOUND', true, 'there is no such host (ENOTFOUND)'],
  ['EAI_AGAIN', false, 'it cannot be reached (EAI_AGAIN)'],
  ['ECONNRESET', false, 'it cannot be reached (ECONNRESET)'],
  ['CERT_HAS_EXPIRED', true, 'its certificate is not valid (CERT_HAS_EXPIRED)'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', true, 'its certificate is not valid (DEPTH_ZERO_SELF_SIGNED_CERT)'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', true, 'its certificate is not valid (ERR_TLS_CERT_ALTNAME_INVALID)'],
])('a failure with %s is told', (code, isFinal, why) => {
  const error = new TypeError('fetch failed', { cause: Object.assign(new Error(), { code }) });
  expect(failureOf(error, 1000)).toEqual({ isFinal, isHostUnknown: code === 'ENOTFOUND', why });
});

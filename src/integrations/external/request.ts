import { parsePage } from '../../finishing/page-tree.ts';
import { readPage } from '../output-page.ts';

/** What a host said to one request. */
export interface Reply {
  readonly status: number;
  readonly location: string | undefined;
  readonly retryAfter: string | undefined;
  /** The anchors of a page, where its text was asked for. */
  readonly anchors: ReadonlySet<string> | undefined;
}

/** A request that got no reply. */
export interface Failure {
  readonly isFinal: boolean;
  readonly isHostUnknown: boolean;
  readonly why: string;
}

/** How much of a page is read for its anchors. */
const MOST = 5_000_000;

const HEADERS = {
  'User-Agent': 'Mozilla/5.0 (compatible; link check of an article series; asks only when its author does)',
  Accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
};

/** Asks once, and follows no redirect. With `read`, the text of a page is read. */
export async function request(
  url: string,
  {
    method,
    read,
    timeout,
  }: { readonly method: 'GET' | 'HEAD'; readonly read: boolean; readonly timeout: number },
): Promise<Reply | Failure> {
  try {
    const signal = AbortSignal.timeout(timeout);
    const response = await fetch(url, { method, redirect: 'manual', headers: HEADERS, signal });
    const type = response.headers.get('content-type') ?? '';
    const anchors =
      read && /html/i.test(type) ? readPage(parsePage(await textOf(response))).anchors : undefined;
    await response.body?.cancel().catch(() => undefined);
    return {
      status: response.status,
      location: response.headers.get('location') ?? undefined,
      retryAfter: response.headers.get('retry-after') ?? undefined,
      anchors,
    };
  } catch (error) {
    return failureOf(error, timeout);
  }
}

async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > MOST) break;
  }
  return text;
}

const REASONS: readonly (readonly [pattern: RegExp, isFinal: boolean, why: string])[] = [
  [/^ENOTFOUND$/, true, 'there is no such host'],
  [/^ECONNREFUSED$/, true, 'the host refuses the connection'],
  [/CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/, true, 'its certificate is not valid'],
  [/SSL|TLS|EPROTO/, true, 'no secure connection can be made to it'],
  [/^(HPE_|UND_ERR_INVALID|UND_ERR_RES)/, false, 'what it answers is not HTTP'],
];

/** What a failed request means; `timeout` is in milliseconds. */
export function failureOf(error: unknown, timeout: number): Failure {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return { isFinal: false, isHostUnknown: false, why: `no answer within ${timeout / 1000} s` };
  }
  const code = codeOf(error) ?? codeOf(error instanceof Error ? error.cause : undefined) ?? '';
  const [, isFinal, why] = REASONS.find(([pattern]) => pattern.test(code)) ?? [
    code,
    false,
    'it cannot be reached',
  ];
  return { isFinal, isHostUnknown: code === 'ENOTFOUND', why: code === '' ? why : `${why} (${code})` };
}

function codeOf(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined;
  return typeof code === 'string' ? code : undefined;
}

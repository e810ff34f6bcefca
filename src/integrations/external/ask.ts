import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer } from '../../series/external-links.ts';
import { Hosts } from './hosts.ts';
import { type Failure, type Reply, request } from './request.ts';

/** How patient it is; all times are in milliseconds. */
export interface Patience {
  /** How long one request may take. */
  readonly timeout: number;
  /** What lies between two requests to one host. */
  readonly pause: number;
  /** How long a host may ask to wait that is too busy. */
  readonly longestWait: number;
  readonly wait?: (milliseconds: number) => Promise<unknown>;
}

export const PATIENCE: Patience = { timeout: 15_000, pause: 500, longestWait: 30_000 };

const MOST_REDIRECTS = 10;
const MOST_RETRIES = 2;

/** Asks for each address, for each page once, and no host for more than two at a time. */
export async function askAll(urls: Iterable<string>, patience: Patience): Promise<Map<string, Answer>> {
  const asking = new Asking(patience);
  const answers = [...urls].map(async (url): Promise<[string, Answer]> => [url, await asking.answer(url)]);
  return new Map(await Promise.all(answers));
}

class Asking {
  readonly #hosts: Hosts;
  readonly #patience: Patience;
  readonly #replies = new Map<string, Promise<Reply | Failure>>();

  constructor(patience: Patience) {
    this.#patience = patience;
    this.#hosts = new Hosts(patience.pause);
  }

  /** Follows an address along its redirects. */
  async answer(url: string): Promise<Answer> {
    const { hash } = new URL(url);
    const anchor = anchorOf(hash);
    const seen = new Set<string>();
    let at = withoutFragment(url);
    // Where permanent redirects alone lead.
    let lasting: string | undefined;
    let isLasting = true;
    while (seen.size <= MOST_REDIRECTS) {
      if (seen.has(at)) return { kind: 'dead', why: 'its redirects lead round in a circle' };
      seen.add(at);
      const reply = await this.#once(at, anchor !== '');
      if ('why' in reply) return afterFailure(reply);
      if (!REDIRECTS.has(reply.status) || reply.location === undefined) return judge(reply, anchor, lasting);
      const next = URL.canParse(reply.location, at) ? new URL(reply.location, at) : undefined;
      if (!next || !/^https?:$/.test(next.protocol)) {
        return { kind: 'dead', why: `it leads to \`${reply.location}\`` };
      }
      at = withoutFragment(next.href);
      isLasting &&= reply.status === 301 || reply.status === 308;
      if (isLasting) lasting = next.hash === '' ? at + hash : next.href;
    }
    return { kind: 'dead', why: `it has more than ${MOST_REDIRECTS} redirects` };
  }

  #once(url: string, read: boolean): Promise<Reply | Failure> {
    const key = `${read} ${url}`;
    const reply = this.#replies.get(key) ?? this.#reply(url, read);
    this.#replies.set(key, reply);
    return reply;
  }

  /** Asks by `HEAD`, and by `GET` where the text is needed or `HEAD` has no success; waits where asked to. */
  async #reply(url: string, read: boolean): Promise<Reply | Failure> {
    const head = read ? undefined : await this.#ask(url, 'HEAD', false);
    if (head && ('why' in head ? head.isFinal : head.status < 400)) return head;
    for (let attempt = 0; ; attempt++) {
      const reply = await this.#ask(url, 'GET', read);
      const wait = 'status' in reply ? waitOf(reply) : undefined;
      if (wait === undefined || attempt >= MOST_RETRIES) return reply;
      if (wait > this.#patience.longestWait) {
        return { isFinal: false, isHostUnknown: false, why: 'it is busy, and asks to come back later' };
      }
      await (this.#patience.wait ?? sleep)(wait);
    }
  }

  #ask(url: string, method: 'GET' | 'HEAD', read: boolean): Promise<Reply | Failure> {
    const { timeout } = this.#patience;
    return this.#hosts.turn(new URL(url).host, () => request(url, { method, read, timeout }));
  }
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

function afterFailure({ isFinal, isHostUnknown, why }: Failure): Answer {
  return isFinal ? { kind: 'dead', why, isHostUnknown } : { kind: 'silent', why };
}

function judge({ status, anchors }: Reply, anchor: string, lasting: string | undefined): Answer {
  if (status === 404 || status === 410) return { kind: 'dead', why: `the host answers ${status}` };
  if (status >= 300) return { kind: 'silent', why: `the host answers ${status}` };
  if (lasting !== undefined) return { kind: 'moved', to: lasting };
  // Some hosts mark the anchors that authors wrote.
  const isMissing =
    anchor !== '' && anchors && !anchors.has(anchor) && !anchors.has(`user-content-${anchor}`);
  if (!isMissing) return { kind: 'there' };
  return { kind: 'silent', why: `the page is there, but has no \`#${anchor}\` before its scripts run` };
}

/** The id that a page must have for a fragment; none for what only a script or a browser understands. */
function anchorOf(hash: string): string {
  const raw = hash.slice(1).replace(/:~:.*$/, '');
  if (/^(top$|!|\/)|[=&]/i.test(raw)) return '';
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

const DEFAULT_WAIT = 5000;

/** How long a busy host asks to wait, in milliseconds: https://www.rfc-editor.org/rfc/rfc9110#name-retry-after. */
export function waitOf(
  { status, retryAfter }: Pick<Reply, 'status' | 'retryAfter'>,
  now = Date.now(),
): number | undefined {
  if (status !== 429 && status !== 503) return undefined;
  if (retryAfter === undefined) return status === 429 ? DEFAULT_WAIT : undefined;
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter) * 1000;
  const date = Date.parse(retryAfter);
  return Number.isNaN(date) ? DEFAULT_WAIT : Math.max(0, date - now);
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}

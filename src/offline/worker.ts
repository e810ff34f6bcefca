import { cacheName, isOutdated, isPage, keptAddress, OFFLINE_PAGE, surplus } from './kept-files.ts';
import { withKeptPages } from './offline-page.ts';
import type { WorkerMessage } from './worker-message.ts';
import { type FetchEvent, worker } from './worker-scope.ts';

/**
 * The service worker of the site: keeps what was visited, and answers with it when there is no
 * network. While there is one, no page comes from here.
 */
const { scope } = worker.registration;

/** The build puts a hash of all its files here. */
const VERSION = '%VERSION%';
const NAME = cacheName(scope, VERSION);

/** What a page is painted with. Data that a script asks for is not kept: an index can be large. */
const PARTS: ReadonlySet<string> = new Set(['font', 'image', 'script', 'style']);

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

worker.addEventListener('message', (event) => {
  const message = event.data as WorkerMessage;
  event.waitUntil(message === 'forget' ? forget() : Promise.all(message.map(load)));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const address = keptAddress(request.url, scope);
  if (address === undefined || request.method !== 'GET' || request.headers.has('range')) return;
  if (request.mode === 'navigate') event.respondWith(page(event, address));
  else if (PARTS.has(request.destination)) event.respondWith(part(event, address));
});

async function install(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.add(new Request(scope + OFFLINE_PAGE, { cache: 'no-cache' }));
  for (const name of await outdated()) {
    const old = await caches.open(name);
    for (const { url } of await old.keys()) {
      const response = await old.match(url);
      if (response && !(await cache.match(url))) await cache.put(url, response);
    }
  }
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  for (const name of await outdated()) await caches.delete(name);
  await worker.clients.claim();
}

async function outdated(): Promise<string[]> {
  return (await caches.keys()).filter((name) => isOutdated(name, scope, VERSION));
}

/**
 * From the network; where that fails, as it was kept, or a page that says so. There is no navigation preload:
 * where that fails, Firefox shows an error of its own, whatever the answer is.
 */
async function page(event: FetchEvent, address: string): Promise<Response> {
  try {
    const response = await fetch(event.request);
    // A book to carry away is kept by who saves it.
    if (isPage(address, scope)) event.waitUntil(keep(address, response.clone()));
    return response;
  } catch (error) {
    // What is fetched ahead is shown later, when there may be a network again.
    if (event.request.headers.get('sec-purpose')?.startsWith('prefetch')) throw error;
    const cache = await caches.open(NAME);
    if (await cache.match(`${address}/`)) return Response.redirect(`${address}/`);
    return (await cache.match(address)) ?? offlinePage(cache);
  }
}

/** A file whose name changes with its content is asked for once; any other as a page is. */
async function part(event: FetchEvent, address: string): Promise<Response> {
  const cache = await caches.open(NAME);
  const kept = await cache.match(address);
  if (kept && address.startsWith(`${scope}_astro/`)) return kept;
  try {
    const response = await fetch(event.request);
    event.waitUntil(keep(address, response.clone()));
    return response;
  } catch (error) {
    if (kept) return kept;
    throw error;
  }
}

async function load(url: string): Promise<void> {
  const address = keptAddress(url, scope);
  if (address !== undefined) await keep(address, await fetch(address));
}

/** Keeps a good response, and drops what the site no longer has. */
async function keep(address: string, response: Response): Promise<void> {
  const cache = await caches.open(NAME);
  if (response.status === 404 || response.status === 410) await cache.delete(address);
  // A browser refuses a kept redirect where it asked for a page.
  if (response.status !== 200 || response.redirected) return;
  await cache.put(address, response);
  for (const old of surplus(await cache.keys())) await cache.delete(old);
}

async function forget(): Promise<void> {
  const cache = await caches.open(NAME);
  for (const { url } of await cache.keys()) if (url !== scope + OFFLINE_PAGE) await cache.delete(url);
}

async function offlinePage(cache: Cache): Promise<Response> {
  const addresses = (await cache.keys()).map(({ url }) => url).filter((url) => isPage(url, scope));
  const read = async (address: string) => (await (await cache.match(address))?.text()) ?? '';
  const pages = await Promise.all(
    addresses.toReversed().map(async (address) => ({ address, html: await read(address) })),
  );
  const body = withKeptPages(await read(scope + OFFLINE_PAGE), scope, pages);
  return new Response(body, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

import { cacheName } from './kept-files.ts';
import { worker } from './worker-scope.ts';

/**
 * Takes the place of the site's service worker to remove all that it kept, and itself. Open pages stay
 * as they are: they came from the network, and go on from there.
 */
worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(leave());
});

async function leave(): Promise<void> {
  const { scope } = worker.registration;
  for (const name of await caches.keys()) {
    if (name.startsWith(cacheName(scope, ''))) await caches.delete(name);
  }
  await worker.registration.unregister();
}

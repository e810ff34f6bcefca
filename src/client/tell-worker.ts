import type { WorkerMessage } from '../offline/worker-message.ts';

/** Tells the worker once there is one. */
export function tellWorker(message: () => WorkerMessage): void {
  if (!('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.ready.then(({ active }) => {
    active?.postMessage(message());
  });
}

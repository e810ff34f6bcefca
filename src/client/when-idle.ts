/** Does what can wait: when the page is there and the browser has a quiet moment, or a second later. */
export function whenIdle(task: () => void): void {
  if (document.readyState === 'complete') whenQuiet(task);
  else {
    addEventListener('load', () => {
      whenQuiet(task);
    });
  }
}

/** The same without waiting for the page, as for pictures that are still on their way. */
export function whenQuiet(task: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 1000 });
  else setTimeout(task, 100);
}

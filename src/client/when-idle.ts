/** Does what can wait: when the page is there and the browser has a quiet moment, or a second later. */
export function whenIdle(task: () => void): void {
  if (document.readyState !== 'complete') {
    addEventListener('load', () => {
      whenIdle(task);
    });
  } else if ('requestIdleCallback' in globalThis) requestIdleCallback(task, { timeout: 1000 });
  else setTimeout(task, 100);
}

/**
 * Whether the reader was here before. In a first visit nothing can be kept on the device, and to ask makes the browser
 * open its store: a tenth of a second on a phone, before the first paint or where a tap would wait.
 *
 * The script in the head takes a visit for the first where the site has a service worker and it does not control the
 * page (`ThemeScript.astro`). That is wrong where the reader has loaded the page around the worker, and where the browser
 * refuses to have one; both are known a moment later.
 */
const isFirst = document.documentElement.dataset['visit'] === 'first';
let tell = (): void => undefined;
const isBack = new Promise<void>((resolve) => {
  tell = resolve;
});

if (isFirst) {
  void navigator.serviceWorker.getRegistration().then((registration) => {
    if (registration) tell();
  }, tell);
}

/** Acts where the reader was here before: at once, or as soon as that is known. */
export function onReturn(act: () => void): void {
  if (isFirst) void isBack.then(act);
  else act();
}

/** The browser has refused the worker: of such a reader nothing is known. */
export function workerIsRefused(): void {
  tell();
}

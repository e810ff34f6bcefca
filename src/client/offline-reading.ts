import { savesData } from './data-saver.ts';
import { tellWorker } from './tell-worker.ts';

/**
 * Starts the service worker, which keeps visited pages to be read without a network. It stands beside
 * the home page, above the folder of this script. In the dev server scripts are modules, and there is none.
 */
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';

if (import.meta.env.OFFLINE && script.startsWith('http') && 'serviceWorker' in navigator && !savesData) {
  addEventListener('load', () => {
    const { serviceWorker } = navigator;
    // What was loaded before the worker came, it has not seen.
    if (!serviceWorker.controller) {
      tellWorker(() => [location.href, ...partsOfPage()]);
    }
    // A browser that keeps nothing, as in a private window, refuses.
    serviceWorker.register(new URL('../sw.js', script)).catch(() => undefined);
  });
}

/** What the page is painted with, without what scripts have asked for. */
function partsOfPage(): string[] {
  const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
  return resources.filter(({ initiatorType }) => initiatorType !== 'fetch').map(({ name }) => name);
}

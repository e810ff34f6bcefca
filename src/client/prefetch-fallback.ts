import { savesData } from './data-saver.ts';

/**
 * Fetches the neighbouring parts in a quiet moment, where a browser has no speculation rules (which
 * are in the page) and its reader does not save data.
 */
if (!HTMLScriptElement.supports('speculationrules') && !savesData) {
  addEventListener('load', () => {
    for (const { href } of document.querySelectorAll<HTMLAnchorElement>('a[rel="next"], a[rel="prev"]')) {
      const link = document.createElement('link');
      link.rel = 'prefetch';
      link.href = href;
      document.head.append(link);
    }
  });
}

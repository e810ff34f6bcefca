import './clean-addresses.ts';
import { savesData } from './data-saver.ts';
import { whenIdle } from './when-idle.ts';

/**
 * Fetches the neighbouring parts in a quiet moment, where a browser has no speculation rules (which
 * are in the page) and its reader does not save data. The page's policy allows the site's own fetches,
 * and in some browsers no prefetch links.
 */
if (!HTMLScriptElement.supports('speculationrules') && !savesData && location.protocol !== 'file:') {
  // Behind `clean-addresses.ts`: what is fetched has the address that is then opened.
  whenIdle(() => {
    for (const { href } of document.querySelectorAll<HTMLAnchorElement>('a[rel="next"], a[rel="prev"]')) {
      fetch(href, { priority: 'low' }).catch(() => {
        // Offline: the link will say so.
      });
    }
  });
}

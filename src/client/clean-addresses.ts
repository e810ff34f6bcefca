import { whenIdle } from './when-idle.ts';

/**
 * Links name the file that they lead to, so that they also work where the site was opened from disk.
 * A host shows a page at its folder: there the address bar, and what a reader shares, need no more.
 */
const FILE = /\/index\.html$/;

if (location.protocol !== 'file:') {
  whenIdle(() => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href*="index.html"]')) {
      if (link.host === location.host) link.pathname = link.pathname.replace(FILE, '/');
    }
  });
  if (FILE.test(location.pathname)) {
    history.replaceState(history.state, '', location.href.replace(/\/index\.html(?=[?#]|$)/, '/'));
  }
}

/** A page that is kept on the device. */
export interface KeptPage {
  readonly address: string;
  readonly html: string;
}

const LIST = /(<ul class="kept">).*?(?=<\/ul>)/s;

/** The title of a page without that of the site, as HTML. */
const TITLE = /<title>([^<]+?)(?: · [^·<]*)?<\/title>/;

/**
 * Writes the kept pages into the list of the offline page. It is shown at any address: its own, which
 * lead up from where it is published, become those of the site's scope.
 */
export function withKeptPages(offlinePage: string, scope: string, pages: readonly KeptPage[]): string {
  const items = pages.map(
    ({ address, html }) =>
      `<li><a href="${address}" dir="auto">${TITLE.exec(html)?.[1] ?? address.slice(scope.length)}</a></li>`,
  );
  const html = offlinePage.replaceAll('="../', `="${scope}`);
  return items.length === 0 ? html : html.replace(LIST, (_, start: string) => start + items.join(''));
}

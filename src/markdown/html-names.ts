/**
 * The elements that can stand in a text: those of https://html.spec.whatwg.org/multipage/indices.html
 * without the ones that belong to the document, and a few older ones that every browser shows.
 */
const ELEMENTS: ReadonlySet<string> = new Set(
  `a abbr address area article aside audio b bdi bdo blockquote br button canvas caption cite code col
  colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form
  h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img input ins kbd label legend li link main map mark math menu
  meter nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script search
  section select slot small source span strong style sub summary sup svg table tbody td template textarea
  tfoot th thead time tr track u ul var video wbr acronym big center font strike tt`.split(/\s+/),
);

const VOID: ReadonlySet<string> = new Set('area br col embed hr img input link source track wbr'.split(' '));

/** HTML closes these by itself where it must. */
const CLOSED_BY_ITSELF: ReadonlySet<string> = new Set(
  'li dt dd p rt rp optgroup option colgroup caption thead tbody tfoot tr td th'.split(' '),
);

/** Whether HTML has an element of a name, in lower case; one with a `-` is an author's own. */
export function isHtmlElement(name: string): boolean {
  return ELEMENTS.has(name) || name.includes('-');
}

/** Whether an element takes in all that follows it until its end is written. */
export function needsEndTag(name: string): boolean {
  return !VOID.has(name) && !CLOSED_BY_ITSELF.has(name);
}

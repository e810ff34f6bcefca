import { readFileSync } from 'node:fs';
import { toHtml } from 'hast-util-to-html';
import { formatDay } from '../../series/day.ts';
import { directionOf } from '../../series/language.ts';
import type { BuiltSite } from '../output.ts';
import type { Book } from './book.ts';
import { escaped as escape } from '../escaped.ts';
import { partsOf } from './parts-list.ts';
import { placeOf } from './place.ts';
import { type PrintedPart, printedPart, writePart } from './printed-part.ts';

const STYLES = readFileSync(new URL('./print-document.css', import.meta.url), 'utf8');

/**
 * A book as one page to be printed, with the site's own styles for paper: title, contents, parts. It
 * is to stand in a folder beside those of the pages, whose pictures and fonts it shows. `sheets` tells
 * the number of the page that an id is on, once that is known.
 */
export function printDocument(book: Book, site: BuiltSite, sheets: ReadonlyMap<string, number>): string {
  const parts = book.articles.map((article) => printedPart(article, site));
  const bySlug = new Map(parts.map((part) => [part.article.slug, part]));
  const written = parts.map((part) => {
    const link = (href: string) => linkIn(href, part, { bySlug, site });
    return { part, ...writePart(part, link) };
  });
  const styles = new Set(parts.flatMap((part) => part.styles));
  const css = [...styles, STYLES, ...written.map(({ style }) => style)].join('\n');
  return `<!doctype html>
<html lang="${book.language}" dir="${directionOf(book.language)}" data-theme="light">
<head>
<meta charset="utf-8">
<title>${escape(book.title)}</title>
<meta name="description" content="${escape(book.description)}">
<style>${css}</style>
</head>
<body>
${titlePage(book)}
${contents(parts, site, sheets)}
${written.map(({ part, body }) => section(part, body, site)).join('\n')}
</body>
</html>
`;
}

function titlePage({ title, author, description, publisher, address, modified }: Book): string {
  const day = modified ? `<br>${formatDay(modified, 'en')}` : '';
  return `<section class="book-title">
<h1>${escape(title)}</h1>
${author === undefined ? '' : `<p>${escape(author)}</p>`}<p>${escape(description)}</p>
<p class="book-imprint" lang="en" dir="ltr"><a href="${escape(address)}">${escape(publisher)}</a>${day}</p>
</section>`;
}

function contents(
  parts: readonly PrintedPart[],
  site: BuiltSite,
  sheets: ReadonlyMap<string, number>,
): string {
  const line = (id: string, text: string) =>
    `<a href="#${encodeURIComponent(id)}"><span>${escape(text)}</span><b>${sheets.get(id) ?? ''}</b></a>`;
  const entries = parts.map(({ article, sections }) => {
    const lines = sections.map(({ id, title }) => `<li>${line(`${article.slug}:${id}`, title)}</li>`);
    const list = lines.length > 0 ? `<ol>${lines.join('')}</ol>` : '';
    return `<li${languageOf(article, site)}>${line(article.slug, article.title)}${list}</li>`;
  });
  return `<nav class="book-contents" aria-label="Contents">
<h1 lang="en">Contents</h1>
<ol>${entries.join('\n')}</ol>
</nav>`;
}

function section({ article }: PrintedPart, body: string, site: BuiltSite): string {
  const isIndex = article.member.number === 0;
  const list = isIndex ? partsOf(article, site.articles, (slug) => `#${encodeURIComponent(slug)}`) : [];
  const parts = list.length > 0 ? `<div class="prose">${list.map((one) => toHtml(one)).join('')}</div>` : '';
  return `<section class="book-part" id="${escape(article.slug)}"${languageOf(article, site)}>
${body}${parts}
</section>`;
}

function languageOf({ language }: PrintedPart['article'], { site }: BuiltSite): string {
  const own = language ?? site.language;
  return ` lang="${own}" dir="${directionOf(own)}"`;
}

interface Linking {
  readonly bySlug: ReadonlyMap<string, PrintedPart>;
  readonly site: BuiltSite;
}

/** Within the document where the book has it, else on the web. */
function linkIn(href: string, { article: { slug } }: PrintedPart, { bySlug, site }: Linking): string {
  const place = placeOf(href, { slug, address: site.address });
  const target = place.kind === 'article' ? bySlug.get(place.slug) : undefined;
  if (place.kind !== 'article' || !target) return place.url;
  const isId = target.ids.has(place.fragment);
  return `#${encodeURIComponent(isId ? `${place.slug}:${place.fragment}` : place.slug)}`;
}

import type { OutputPage } from './output-page.ts';

export interface OutputAddress {
  /** The path that the site is served at; it starts and ends with `/`. */
  readonly base: string;
  /** Scheme and host of the site, or empty. */
  readonly origin: string;
}

/** A finished site: the paths of all its files, and what its own pages say. */
export interface Output {
  readonly files: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, OutputPage>;
}

export interface Verification {
  /** What is wrong, one sentence each, with the page. */
  readonly findings: readonly string[];
  /** How many internal references were followed. */
  readonly references: number;
}

/**
 * Proves a finished site from its output alone: every internal reference leads to a file or an id,
 * and every page has what a page must have.
 */
export function verifyOutput({ files, pages }: Output, address: OutputAddress): Verification {
  let references = 0;
  const home = address.origin || 'https://site.invalid';
  const { origin } = new URL(home);
  const findings = [...pages].flatMap(([name, page]) => {
    const from = new URL(address.base + name.replace(/(^|\/)index\.html$/, '$1'), home);
    const wrong = page.references.flatMap((reference) => {
      const target = locate(reference, { from, origin, base: address.base });
      if (target === undefined) return [];
      references++;
      return follow(target, files, pages).map((why) => `\`${reference}\` ${why}`);
    });
    return [...formFindings(page), ...wrong].map((finding) => `${name}: ${finding}`);
  });
  return { findings, references };
}

interface Location {
  readonly path: string;
  readonly fragment: string;
}

/** The path of no file. */
const NOWHERE = '//';

interface Place extends OutputAddress {
  /** The page that a reference stands in. */
  readonly from: URL;
}

/** Undefined for a reference that leaves the site. */
function locate(reference: string, { from, base, origin }: Place): Location | undefined {
  const url = URL.parse(reference, from);
  if (!url) return { path: NOWHERE, fragment: '' };
  if (url.origin !== origin) return undefined;
  const isBelowBase = url.pathname.startsWith(base);
  // An absolute address beside the base is another site on the same host.
  if (!isBelowBase && /^[a-z][a-z0-9+.-]*:/i.test(reference)) return undefined;
  return {
    path: isBelowBase ? decoded(url.pathname.slice(base.length)) : NOWHERE,
    fragment: url.hash.slice(1).replace(/:~:.*$/, ''),
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return NOWHERE;
  }
}

function follow(
  { path, fragment }: Location,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, OutputPage>,
): string[] {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(file)) return ['leads to no file.'];
  const target = pages.get(file);
  const isTop = /^(top)?$/i.test(fragment);
  const isId = !target || [fragment, decoded(fragment)].some((id) => target.anchors.has(id));
  return isTop || isId ? [] : [`leads to an id that \`${file}\` does not have.`];
}

function formFindings(page: OutputPage): string[] {
  const twice = page.ids.filter((id, index) => page.ids.indexOf(id) !== index);
  return [
    ...twice.map((id) => `the id \`${id}\` stands twice.`),
    ...(page.titles === 1 ? [] : [`it has ${page.titles} \`h1\` elements, not one.`]),
    ...(page.title ? [] : ['it has no `title`.']),
    ...(page.description ? [] : ['it has no description.']),
    ...(page.canonical ? [] : ['it has no canonical link.']),
    ...(page.language ? [] : ['it has no `lang`.']),
  ];
}

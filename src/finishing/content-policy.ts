import { hash } from 'node:crypto';
import { addToHead, attributeOf, createElement, elementsOf, ownTextOf, type PageTree } from './page-tree.ts';
import type { Step } from './step.ts';

/** What a page runs and paints that stands in the page itself, as `'sha256-…'`. */
export interface InlineHashes {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Types of `<script>` that a browser acts upon; others are data. */
const RUN: ReadonlySet<string> = new Set(['', 'module', 'text/javascript', 'speculationrules', 'importmap']);

export function inlineHashes(tree: PageTree): InlineHashes {
  const elements = elementsOf(tree);
  const scripts = elements.filter(
    (element) =>
      element.tagName === 'script' &&
      attributeOf(element, 'src') === undefined &&
      RUN.has(attributeOf(element, 'type') ?? ''),
  );
  const styles = elements.filter(({ tagName }) => tagName === 'style');
  return { scripts: hashesOf(scripts.map(ownTextOf)), styles: hashesOf(styles.map(ownTextOf)) };
}

function hashesOf(texts: readonly string[]): string[] {
  return [...new Set(texts.map(hashOf))];
}

/** By text: nearly all of it is the same on all pages, and hashing it took a tenth of finishing one. */
const known = new Map<string, string>();
/** Formulas and diagrams of a large site have styles of their own: those are not kept in memory. */
const MOST_KNOWN = 100;

function hashOf(text: string): string {
  const before = known.get(text);
  if (before !== undefined) return before;
  const made = `'sha256-${hash('sha256', text, 'base64')}'`;
  if (known.size < MOST_KNOWN) known.set(text, made);
  return made;
}

/** The hashes of several pages, each once, in an order that does not depend on theirs. */
export function joined(pages: readonly InlineHashes[]): InlineHashes {
  const all = (which: keyof InlineHashes) => [...new Set(pages.flatMap((page) => page[which]))].toSorted();
  return { scripts: all('scripts'), styles: all('styles') };
}

/**
 * The content security policy of pages with these hashes: what is not the site's own is neither run
 * nor loaded. WebAssembly is what the search is made of; `data:` are pictures that styles bring.
 */
export function policyOf({ scripts, styles }: InlineHashes): string {
  return [
    ["default-src 'none'"],
    ["script-src 'self' 'wasm-unsafe-eval'", ...scripts],
    ['style-src', ...(styles.length > 0 ? styles : ["'none'"])],
    ["img-src 'self' data:"],
    ["font-src 'self'"],
    ["media-src 'self'"],
    ["connect-src 'self'"],
    ["manifest-src 'self'"],
    ["worker-src 'self'"],
    ["base-uri 'none'"],
    ["form-action 'none'"],
  ]
    .map((directive) => directive.join(' '))
    .join('; ');
}

/** Puts the page's policy before all that it applies to. It comes last: a hash is of the final bytes. */
export const contentPolicy: Step = ({ tree }) => {
  const content = policyOf(inlineHashes(tree));
  addToHead(tree, createElement('meta', { 'http-equiv': 'Content-Security-Policy', content }), 'first');
};

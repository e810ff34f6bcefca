import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Found } from '../series/article.ts';
import type { Finding } from '../series/problem.ts';
import { nearest } from '../series/nearest.ts';
import { placeAt } from './source-text.ts';

/** The labels that an article defines. */
export interface Labels {
  readonly footnotes: readonly string[];
  readonly links: readonly string[];
}

/** `[^label]`, `[text](some address)`, `[text][label]`, as they stand in the source. */
const FOOTNOTE = /(?<!\\)\[\^([^\]\s[]+)\]/g;
const LINK = /(?<!\\)!?\[[^\][\n]+\]\(([^()\n]*\s[^()\n]*)\)/g;
const REFERENCE = /(?<![\\\w\])])!?\[[^\][\n]+\]\[([^\][\n]*\p{L}[^\][\n]*)\]/gu;

/**
 * Finds what its author meant as a footnote or a link, and Markdown takes for plain text: a
 * reference to something that is not defined, an address with a space.
 */
export function literalSyntax(tree: Root, source: string, labels: Labels): Found[] {
  const found: Found[] = [];
  visit(tree, 'text', (node: Text) => {
    if (!node.position) return;
    const from = node.position.start.offset ?? 0;
    const text = source.slice(from, node.position.end.offset);
    const tell = (pattern: RegExp, findingOf: (match: string, inside: string) => Finding | undefined) => {
      for (const match of text.matchAll(pattern)) {
        const finding = findingOf(match[0], match[1] ?? '');
        if (finding) found.push({ finding, place: placeAt(source, from + match.index) });
      }
    };
    tell(FOOTNOTE, (match, label) => missingFootnote(match, label, labels.footnotes));
    tell(LINK, brokenLink);
    tell(REFERENCE, (match, label) => missingDefinition(match, label, labels.links));
  });
  return found;
}

/** It cannot well be anything else where it is a number, or where the article has footnotes. */
function missingFootnote(match: string, label: string, defined: readonly string[]): Finding | undefined {
  const isPattern = /\w-\w/.test(label) || !/^[\p{L}\p{N}_-]+$/u.test(label);
  if (!/^\d+$/.test(label) && (isPattern || defined.length === 0)) return undefined;
  const near = nearest(label, defined);
  return {
    rule: 'missing-footnote',
    message: `The footnote \`${match}\` is not in this article.`,
    hint: near === undefined ? `Add a line \`${match}: …\`.` : `Did you mean \`[^${near}]\`?`,
  };
}

function brokenLink(match: string, address: string): Finding {
  const right = match.replace(`(${address})`, `(${address.trim().replace(/\s/g, '%20')})`);
  return {
    rule: 'malformed-link',
    message: `\`${match}\` has a space in its address, and so is no link.`,
    hint: `Write \`${right}\`.`,
  };
}

function missingDefinition(match: string, label: string, defined: readonly string[]): Finding {
  const near = nearest(label, defined);
  return {
    rule: 'missing-definition',
    message: `\`${match}\` refers to \`[${label}]\`, which is not defined in this article.`,
    hint: near === undefined ? `Add a line \`[${label}]: address\`.` : `Did you mean \`[${near}]\`?`,
  };
}

import type { Root } from 'mdast';
import type { Found } from '../series/article.ts';
import { nearest } from '../series/nearest.ts';
import type { Finding } from '../series/problem.ts';
import { brokenLinks } from './broken-links.ts';
import { literalTexts } from './literal-text.ts';
import { placeAt } from './source-text.ts';

/** The labels that an article defines. */
export interface Labels {
  readonly footnotes: readonly string[];
  readonly links: readonly string[];
}

interface Match {
  readonly index: number;
  readonly finding: Finding;
}

/**
 * Finds what its author meant as a footnote, a link, a heading, a tag or a formula, and Markdown takes for
 * plain text. Only what can hardly be anything else is told.
 */
export function literalSyntax(tree: Root, source: string, labels: Labels): Found[] {
  const signed = literalTexts(tree, source).filter(({ text }) => SIGNS.test(text));
  return signed.flatMap(({ text, offset }) =>
    [
      ...footnotesIn(text, labels.footnotes),
      ...brokenLinks(text),
      ...referencesIn(text, labels.links),
      ...headingsIn(text, source.slice(0, offset)),
      ...tagsIn(text),
      ...formulasIn(text),
    ].map(({ index, finding }) => ({ finding, place: placeAt(source, offset + index) })),
  );
}

/** One of these is in all that is looked for. */
const SIGNS = /[[#<$]/;

/** An address that is typed as it is takes in what follows it without a space. */
const IN_ADDRESS = /(?:https?:\/\/|www\.)\S*$/i;

function footnotesIn(text: string, defined: readonly string[]): Match[] {
  return matches(text, /(?<!\\)\[\^([\p{L}\p{N}_-]+)\](:?)/gu, ([, label = '', colon], index) => {
    if (defined.includes(label) && IN_ADDRESS.test(text.slice(0, index)))
      return {
        rule: 'missing-footnote',
        message: `\`[^${label}]\` is taken for a part of the address before it.`,
        hint: 'Write the address as `[text](address)`, or a space after it.',
      };
    const isNumber = /^[1-9]\d*$/.test(label);
    const near = nearest(
      label,
      defined.filter((other) => !/^\d+$/.test(other)),
    );
    if ((!isNumber && near === undefined) || colon) return undefined;
    return {
      rule: 'missing-footnote',
      message: `The footnote \`[^${label}]\` is not in this article.`,
      hint: near === undefined ? `Add a line \`[^${label}]: …\`.` : `Did you mean \`[^${near}]\`?`,
    };
  });
}

/** `[text][label]` where a word may begin; indexes (`A[i][j]`), patterns and years are something else. */
function referencesIn(text: string, defined: readonly string[]): Match[] {
  const pattern = /(?<=^|[\s(“‘—–|>])!?\[[^\][\n]+\]\[([^\][\n]+)\]/gu;
  return matches(text, pattern, ([match = '', label = '']) => {
    const isOther = /\w-\w|\d{4}/.test(match) || (/^\d+$/.test(label) && defined.length === 0);
    if (isOther) return undefined;
    const near = nearest(label, defined);
    return {
      rule: 'missing-definition',
      message: `\`${match}\` refers to \`[${label}]\`, which is not defined in this article.`,
      hint: near === undefined ? `Add a line \`[${label}]: address\`.` : `Did you mean \`[${near}]\`?`,
    };
  });
}

/** A line `##Heading`; one sign alone is a heading only where an article begins. */
function headingsIn(text: string, before: string): Match[] {
  return matches(text, /^(#{1,6})([^\s#][^\n]*)/gm, ([, signs = '', rest = ''], index) => {
    const isFirst = index === 0 && before.trim() === '';
    if (signs.length === 1 && !isFirst) return undefined;
    return {
      rule: 'heading-syntax',
      message: `\`${signs}${rest}\` is no heading, since there is no space after \`${signs}\`.`,
      hint: `Write \`${signs} ${rest}\`.`,
    };
  });
}

/** A tag that is text because an attribute's value has no quotes: `<img src=../a.png>`. */
function tagsIn(text: string): Match[] {
  const pattern = /<(a|img|source|video|audio|iframe)\s[^<>\n]*?(\w+)=([^\s"'<>]*\/[^\s"'<>]*)[^<>\n]*>/g;
  return matches(text, pattern, ([, name = '', attribute = '', value = '']) => ({
    rule: 'html-syntax',
    message: `\`<${name} ${attribute}=${value}>\` is no tag, since the value has no quotes.`,
    hint: `Write \`${attribute}="${value}"\`.`,
  }));
}

/** A `$$` before LaTeX that is text, since nothing closes it, or since its lines are those of a list. */
function formulasIn(text: string): Match[] {
  return matches(text, /(?<![\\$])\$\$(?!\$)(?=[^$]*\\[a-z])/gi, () => ({
    rule: 'math-syntax',
    message: 'The formula that begins here is text, since it is not closed.',
    hint: 'Write `$$` before and after it, each on a line of its own.',
  }));
}

function matches(
  text: string,
  pattern: RegExp,
  findingOf: (match: RegExpExecArray, index: number) => Finding | undefined,
): Match[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const finding = findingOf(match, match.index);
    return finding ? [{ index: match.index, finding }] : [];
  });
}

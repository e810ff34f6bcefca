import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Article, Found, Mention } from '../series/article.ts';
import type { ArticleName } from '../series/article-name.ts';
import { type Day, parseDay } from '../series/day.ts';
import { firstSentence } from '../series/first-sentence.ts';
import { type Finding, type Place, type Problem, START } from '../series/problem.ts';
import { countWords } from '../series/reading-time.ts';
import { collectFacts } from './article-facts.ts';
import type { ArticleFacts } from './fact-collector.ts';
import { footnotesUsed } from './footnotes-used.ts';
import { readFrontMatterSource } from './front-matter-source.ts';
import { textOf } from './heading-anchors.ts';
import { parseBody } from './parse.ts';
import { decodeUtf8, startOf } from './source-text.ts';

/** Reads one article; whatever is wrong with it becomes its `problems`, nothing is thrown. */
export function readArticle(name: ArticleName, bytes: Uint8Array): Article {
  const decoded = decodeUtf8(bytes);
  if (decoded.wrong) return broken(name, { finding: notUtf8(decoded.looksLike), place: decoded.wrong });
  const text = decoded.text;
  if (text.trim() === '') return broken(name, { finding: EMPTY, place: START });
  const front = readFrontMatterSource(text);
  const parsed = parseBody(front.body, name.format);
  if (!parsed.tree) {
    const article = broken(name, ...front.found, { finding: parsed.finding, place: parsed.place });
    return { ...article, title: front.values.title, draft: front.values.draft ?? false };
  }
  const { tree } = parsed;
  const facts = collectFacts(tree, front.body);
  const { values } = front;
  const description = descriptionOf(tree);
  const day = writtenDay(tree);
  const wrongDay: Found[] =
    day?.day === 'impossible' ? [{ finding: wrongWritten(day.text), place: day.place }] : [];
  const image =
    values.image === undefined
      ? []
      : [{ url: values.image, use: 'picture' as const, place: front.placeOf('image') }];
  return {
    ...name,
    title: values.title ?? titleOf(facts),
    description: values.description ?? description?.text,
    summary: values.description === undefined ? description?.summary : firstSentence(values.description),
    written: values.date ?? (day?.day === 'impossible' ? undefined : day?.day),
    updated: values.updated,
    draft: values.draft ?? false,
    upcoming: values.upcoming ?? [],
    words: countWords(runningText(tree)),
    headings: facts.headings,
    ids: facts.ids,
    references: [...image, ...facts.references],
    alternatives: facts.alternatives,
    footnotes: {
      defined: facts.footnotesDefined,
      used: footnotesUsed(tree, front.body, facts.footnotesDefined),
    },
    components: unknownTo(
      facts,
      facts.components.map((mention) => ({ ...mention, root: rootOf(mention) })),
    ),
    imports: facts.names.imports,
    problems: inFile(name, [...front.found, ...facts.found, ...wrongDay, ...unknownNames(facts)]),
    whole: true,
  };
}

const EMPTY: Finding = {
  rule: 'empty-article',
  message: 'The file is empty.',
  hint: 'Write the article, or remove the file.',
};

function notUtf8(looksLike: string | undefined): Finding {
  const message = looksLike ? `The file is ${looksLike}, not UTF-8.` : 'From here on the file is not UTF-8.';
  return { rule: 'encoding', message, hint: 'Save it again with the encoding UTF-8.' };
}

function wrongWritten(text: string): Finding {
  const message = `\`${text}\` is not a day of the calendar.`;
  return { rule: 'written-date', message, hint: 'Write it as `Written on Aug 21, 2024`.' };
}

function broken(name: ArticleName, ...found: readonly Found[]): Article {
  return {
    ...name,
    title: undefined,
    description: undefined,
    summary: undefined,
    written: undefined,
    updated: undefined,
    draft: false,
    upcoming: [],
    words: 0,
    headings: [],
    ids: new Set(),
    references: [],
    alternatives: [],
    footnotes: { defined: new Map(), used: new Map() },
    components: [],
    imports: [],
    problems: inFile(name, found),
    whole: false,
  };
}

function inFile({ file }: ArticleName, found: readonly Found[]): Problem[] {
  return found.map(({ finding, place }) => ({ ...finding, file, place }));
}

function titleOf({ headings }: ArticleFacts): string | undefined {
  const title = headings.find(({ depth }) => depth === 1)?.text;
  return title === '' ? undefined : title;
}

interface Description {
  readonly text: string;
  readonly summary: string;
}

/** The first paragraph with text after the first `##`, else the first paragraph of all. */
function descriptionOf({ children }: Root): Description | undefined {
  const start = children.findIndex((node) => node.type === 'heading' && node.depth === 2);
  const paragraph = [...children.slice(start + 1), ...children].find(
    (node) => node.type === 'paragraph' && textOf(node).trim() !== '',
  );
  if (!paragraph) return undefined;
  const text = textOf(paragraph).trim().replace(/\s+/g, ' ');
  const prose = proseOf(paragraph).trim().replace(/\s+/g, ' ');
  return { text, summary: firstSentence(text, prose) };
}

/** The text of a node, in which code is letters: `panic!` ends no sentence. */
function proseOf(node: Nodes): string {
  if (node.type === 'inlineCode') return node.value.replace(/\S/g, 'x');
  return 'children' in node ? node.children.map(proseOf).join('') : textOf(node);
}

const WRITTEN = /^(?:first )?written on (.+?)\.?$/i;

function writtenDay(tree: Root): { day: Day | 'impossible'; text: string; place: Place } | undefined {
  for (const node of tree.children) {
    if (node.type !== 'paragraph') continue;
    const text = WRITTEN.exec(textOf(node).trim())?.[1];
    const day = text === undefined ? undefined : parseDay(text);
    if (text !== undefined && day !== undefined) return { day, text, place: startOf(node) };
  }
  return undefined;
}

function runningText(tree: Root): string {
  const texts: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') texts.push(node.value);
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') texts.push('\n');
  });
  return texts.join('');
}

/** Names that MDX, Astro and JavaScript give to every expression. */
const GIVEN: ReadonlySet<string> = new Set(['props', 'frontmatter', 'Astro', 'undefined', 'arguments']);

function unknownNames(facts: ArticleFacts): Found[] {
  const mentions = facts.names.used.map((mention) => ({ ...mention, root: mention.name }));
  return unknownTo(facts, mentions)
    .filter(({ name }) => !GIVEN.has(name) && !(name in globalThis))
    .map(({ name, place }) => ({
      place,
      finding: {
        rule: 'unknown-name',
        message: `The expression uses \`${name}\`, which is not defined in this article.`,
        hint: `If it is text, write a backslash before the brace: \`\\{${name}}\`, or put it between backticks.`,
      },
    }));
}

function rootOf({ name }: Mention): string {
  return name.split('.')[0] ?? name;
}

function unknownTo(
  { names }: ArticleFacts,
  mentions: readonly (Mention & { readonly root: string })[],
): Mention[] {
  const defined = new Set(names.defined);
  return mentions.filter(({ root }) => !defined.has(root)).map(({ name, place }) => ({ name, place }));
}

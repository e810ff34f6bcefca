import type { Root } from 'mdast';
import type { Article, Found, Reference } from '../series/article.ts';
import type { ArticleName } from '../series/article-name.ts';
import { firstSentence } from '../series/first-sentence.ts';
import { type Finding, type Place, START } from '../series/problem.ts';
import { countWords } from '../series/reading-time.ts';
import { collectFacts } from './article-facts.ts';
import { descriptionOf } from './description.ts';
import type { ArticleFacts } from './facts.ts';
import { type FrontMatterSource, readFrontMatterSource } from './front-matter-source.ts';
import { hiddenCharacters, hiddenInCode } from './hidden-characters.ts';
import { mdxFindings, notDefined } from './mdx-findings.ts';
import { needsJavaScript } from './needs-javascript.ts';
import { isOverflow, OVERFLOW } from './nesting.ts';
import { parseBody } from './parse.ts';
import { decodeUtf8, lineAt } from './source-text.ts';
import { EMPTY, inFile, LARGEST, notUtf8, tooLarge, unreadArticle } from './unread-article.ts';
import { walk } from './walk.ts';
import { writtenDay } from './written-day.ts';

/** The text of an article, taken apart. */
export interface ParsedText {
  readonly front: FrontMatterSource;
  readonly tree: Root;
}

/** An article, and what it was read from; a text that could not be parsed has no tree. */
export interface ReadArticle {
  readonly article: Article;
  readonly parsed?: ParsedText;
}

/** Reads one article; whatever is wrong with it becomes its `problems`, nothing is thrown. */
export function readArticle(name: ArticleName, bytes: Uint8Array): Article {
  return readAndParse(name, bytes).article;
}

/** The same for one who goes on with the tree, since parsing takes longer than all else. */
export function readAndParse(name: ArticleName, bytes: Uint8Array): ReadArticle {
  const unread = (found: Found): ReadArticle => ({ article: unreadArticle(name, [found]) });
  if (bytes.length > LARGEST) return unread({ finding: tooLarge(bytes.length), place: START });
  const decoded = decodeUtf8(bytes);
  if (decoded.wrong) return unread({ finding: notUtf8(decoded.looksLike), place: decoded.wrong });
  const text = decoded.text;
  if (text.trim() === '') return unread({ finding: EMPTY, place: START });
  try {
    return readText(name, text);
  } catch (error) {
    if (!isOverflow(error)) throw error;
    return unread({ finding: OVERFLOW, place: START });
  }
}

function readText(name: ArticleName, text: string): ReadArticle {
  const hidden = hiddenCharacters(text);
  const front = readFrontMatterSource(text);
  const parsed = parseBody(front.body, name.format);
  if (!parsed.tree) {
    const article = unreadArticle(name, [...front.found, ...hidden, parsed]);
    return { article: { ...article, title: front.values.title, draft: front.values.draft ?? false } };
  }
  const { tree } = parsed;
  const article = articleOf(name, { front, tree }, hidden);
  return { article, parsed: { front, tree } };
}

function articleOf(name: ArticleName, { front, tree }: ParsedText, hidden: readonly Found[]): Article {
  const { values } = front;
  const facts = collectFacts(tree, front.body);
  const description = descriptionOf(tree);
  const written = writtenDay(tree);
  const image: Reference[] =
    values.image === undefined ? [] : [{ url: values.image, use: 'picture', place: front.placeOf('image') }];
  return {
    ...name,
    title: values.title ?? titleOf(facts),
    isTitleUnknown: front.isTitleUnknown,
    description: values.description ?? description?.text,
    summary: values.description === undefined ? description?.summary : firstSentence(values.description),
    written: values.date ?? written.day,
    updated: values.updated,
    draft: values.draft ?? false,
    image: values.image,
    language: values.lang,
    upcoming: values.upcoming ?? [],
    aliases: (values.aliases ?? []).map((path) => ({ name: path, place: front.placeOf('aliases') })),
    words: countWords(runningText(tree)),
    headings: facts.headings,
    ids: facts.ids,
    references: [...image, ...facts.references],
    alternatives: facts.alternatives,
    components: notDefined(facts.names, facts.components),
    imports: facts.names.imports,
    problems: inFile(name, [
      ...front.found,
      ...hidden,
      ...hiddenInCode(tree, front.body),
      ...facts.found,
      ...written.found,
      ...mdxFindings(facts.names),
      ...misplaced(name, front, facts),
      ...secondTitle(tree, front, facts),
    ]),
    whole: !facts.found.some(({ finding }) => finding.rule === 'deep-nesting'),
    needsJavaScript: needsJavaScript(tree),
  };
}

function titleOf({ headings }: ArticleFacts): string | undefined {
  const title = headings.find(({ depth }) => depth === 1)?.text;
  return title === '' ? undefined : title;
}

/** What front matter says that has no place there, or is said elsewhere. */
function misplaced({ member }: ArticleName, front: FrontMatterSource, { headings }: ArticleFacts): Found[] {
  const upcoming: Found[] =
    front.values.upcoming && member?.number !== 0
      ? [{ finding: UPCOMING_ELSEWHERE, place: front.placeOf('upcoming') }]
      : [];
  const isSigned = ({ line }: Place) => lineAt(front.body, line).trimStart().startsWith('#');
  const inText = headings.filter(
    ({ depth, text, place }) =>
      depth === 2 &&
      /^(?:--\s+)?(title|date|updated|description|image|draft|upcoming|lang|aliases): /.test(text) &&
      !isSigned(place),
  );
  return [...upcoming, ...inText.map(({ place }) => ({ finding: FRONT_MATTER_IN_TEXT, place }))];
}

/** A title in the front matter stands for a heading that opens the text, and for no other. */
function secondTitle(tree: Root, front: FrontMatterSource, { headings }: ArticleFacts): Found[] {
  const title = headings.find(({ depth }) => depth === 1);
  const opening = tree.children.find(({ type }) => type !== 'mdxjsEsm' && type !== 'definition');
  const isOpening = opening?.position?.start.line === title?.place.line;
  if (front.values.title === undefined || !title || isOpening) return [];
  const message = `The front matter has a title, so \`${title.text}\` is a second one.`;
  return [
    {
      finding: { rule: 'extra-title', message, hint: `Write \`## ${title.markup ?? title.text}\`.` },
      place: title.place,
    },
  ];
}

const UPCOMING_ELSEWHERE: Finding = {
  rule: 'front-matter-key',
  message: '`upcoming` belongs to the index of a series only.',
  hint: 'Move it to the article whose name ends in 0.',
};

const FRONT_MATTER_IN_TEXT: Finding = {
  rule: 'front-matter-syntax',
  message: 'This front matter would be shown as a heading.',
  hint: 'Front matter stands before all else, between two lines `---`.',
};

const TEXT_BLOCKS: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'defListTerm']);

function runningText(tree: Root): string {
  const texts: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'text' || node.type === 'inlineCode') texts.push(node.value);
    if (TEXT_BLOCKS.has(node.type)) texts.push('\n');
    return undefined;
  });
  return texts.join('');
}

import type { Article, Project } from './article.ts';
import { isSlug, parseArticleName } from './article-name.ts';
import { checkAliases } from './check-aliases.ts';
import { feedFiles } from './feed-address.ts';
import { type Finding, type Problem, START } from './problem.ts';
import { RESERVED_SLUGS } from './reserved-slugs.ts';

/** The problems of files' names: what they would be served as, and which series they would belong to. */
export function checkNames(project: Project, files: readonly string[]): Problem[] {
  return [
    ...files.flatMap(checkFile),
    ...project.articles.flatMap((article) => checkReserved(article, project)),
    ...checkFeeds(project),
    ...checkDuplicates(project.articles),
    ...checkSeries(project.articles),
    ...checkAliases(project),
  ];
}

function checkFile(file: string): Problem[] {
  const at = (finding: Finding): Problem[] => [{ ...finding, file, place: START }];
  const name = parseArticleName(file);
  if (name && !isSlug(name.slug)) {
    const hint = `Rename it to \`${slugFrom(name.slug)}.${name.format}\`: letters, digits, \`-\`, \`_\` and \`.\`.`;
    return at({ rule: 'article-name', message: `\`${name.slug}\` cannot become an address.`, hint });
  }
  if (name && new TextEncoder().encode(name.slug).length > LONGEST) {
    const hint = `Give it a name of at most ${LONGEST} letters of English, or a third of that of others.`;
    return at({ rule: 'article-name', message: 'The name is too long for an address.', hint });
  }
  if (name) return [];
  const [, stem = '', extension = ''] = /([^/]+)\.(\w+)$/.exec(file) ?? [];
  if (!/^(mdx?|markdown|mdown|mkdn?|mdwn)$/i.test(extension)) return [];
  const format = extension.toLowerCase() === 'mdx' ? 'mdx' : 'md';
  if (file.split('/').length > 2) {
    const message = 'Articles stand directly in `articles/`, not in a folder below it.';
    return at({ rule: 'nested-article', message, hint: `Move it to \`articles/${stem}.${format}\`.` });
  }
  const hint = `Rename it to \`${stem}.${format}\`.`;
  return at({ rule: 'article-name', message: 'Articles end in `.md` or `.mdx`.', hint });
}

/** What some systems take for a device, whatever comes after a dot. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** In bytes: file systems take 255, and what is made of a name is longer. */
const LONGEST = 150;

function checkReserved({ slug, file }: Article, { files }: Project): Problem[] {
  const inPublic = [slug, `${slug}/index.html`].find((path) => files.has(path));
  const isReserved = RESERVED_SLUGS.has(slug.toLowerCase()) || /\.html?$/i.test(slug);
  if (!isReserved && inPublic === undefined && !DEVICE.test(slug)) return [];
  const other = inPublic === undefined ? 'a page of the site itself' : `\`public/${inPublic}\``;
  const message = DEVICE.test(slug)
    ? `\`${slug}\` is the name of a device on Windows, where no file can have it.`
    : `\`/${slug}/\` is the address of ${other}.`;
  return [
    { rule: 'reserved-name', file, place: START, message, hint: 'Give the article another file name.' },
  ];
}

/** Feeds would take the place of a file that has the name of one. */
function checkFeeds({ articles, files }: Project): Problem[] {
  const taken = new Set(feedFiles(articles));
  return [...files]
    .filter(([path]) => taken.has(path))
    .map(([path, file]) => ({
      rule: 'reserved-name' as const,
      file: `public/${file}`,
      place: START,
      message: `\`/${path}\` is the address of a feed of the site itself.`,
      hint: 'Give the file another name.',
    }));
}

/** Addresses are compared without case: many hosts and file systems do not tell `LLM1` from `llm1`. */
function checkDuplicates(articles: readonly Article[]): Problem[] {
  const first = new Map<string, Article>();
  return articles.flatMap((article) => {
    const { member, slug, file } = article;
    const address = slug.toLowerCase();
    const part = member && `${member.series.toLowerCase()} ${member.number}`;
    const twin = first.get(address) ?? (part === undefined ? undefined : first.get(part));
    first.set(address, twin ?? article);
    if (part !== undefined) first.set(part, twin ?? article);
    if (!twin) return [];
    const same =
      twin.slug.toLowerCase() === address ? `be served at \`/${slug}/\`` : `be part ${member?.number}`;
    const message = `This file and \`${twin.file}\` would both ${same}.`;
    return [
      {
        rule: 'duplicate-article' as const,
        file,
        place: START,
        message,
        hint: 'Rename or remove one of them.',
      },
    ];
  });
}

/** Told once for a series, at its first part. */
function checkSeries(articles: readonly Article[]): Problem[] {
  const parts = articles.flatMap(({ member, file, draft }) => (member ? [{ ...member, file, draft }] : []));
  const groups = Map.groupBy(parts, ({ series }) => series);
  return [...groups].flatMap(([name, members]) => {
    const index = members.find(({ number }) => number === 0);
    const first = members.find(({ number, draft }) => number !== 0 && !draft);
    const finding = index ? (index.draft ? draftIndex(index) : undefined) : noIndex(name, [...groups.keys()]);
    return first && finding ? [{ ...finding, file: first.file, place: START }] : [];
  });
}

function noIndex(name: string, names: readonly string[]): Finding {
  const twin = names.find((other) => other !== name && other.toLowerCase() === name.toLowerCase());
  return {
    rule: 'missing-index',
    message: `The series \`${name}\` of this part has no index.`,
    hint: twin
      ? `If it belongs to the series \`${twin}\`, write its name with the same capitals.`
      : `Create \`articles/${name}0.mdx\` with a title and a few words about the series; or, if it is no part of a series, let the file's name not end in a number.`,
  };
}

function draftIndex({ file }: Pick<Article, 'file'>): Finding {
  return {
    rule: 'missing-index',
    message: `The index of this part's series, \`${file}\`, is a draft, so nothing would lead here.`,
    hint: 'Publish the index too (remove its `draft: true`), or make this part a draft.',
  };
}

function slugFrom(name: string): string {
  const slug = name.replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  return slug || 'article';
}

import type { Article, Picture, Project } from './article.ts';
import { checkComponents } from './check-components.ts';
import { checkNames } from './check-names.ts';
import { checkHeadings, checkTitle } from './check-headings.ts';
import { type Finding, type Place, type Problem, sortProblems } from './problem.ts';
import { resolveReference } from './reference.ts';

/**
 * Every problem of a project, in the order of files and places. `files` are all files below
 * `articles/`, articles or not, as paths from the project root; `others` are problems of files that
 * the project does not know.
 */
export function checkProject(
  project: Project,
  files: readonly string[],
  others: readonly Problem[] = [],
): Problem[] {
  return sortProblems([
    ...others,
    ...checkNames(project, files),
    ...project.articles.flatMap((article) => checkArticle(article, project)),
  ]);
}

function checkArticle(article: Article, project: Project): Problem[] {
  const at = (place: Place, finding: Finding): Problem => ({ ...finding, file: article.file, place });
  const found = [
    ...checkReferences(article, project, at),
    ...checkAlternatives(article, at),
    ...checkImports(article, project, at),
  ];
  if (!article.whole) return [...article.problems, ...found];
  return [
    ...article.problems,
    ...found,
    ...checkTitle(article),
    ...checkHeadings(article),
    ...checkComponents(article, project),
  ];
}

type At = (place: Place, finding: Finding) => Problem;

function checkReferences(article: Article, project: Project, at: At): Problem[] {
  return article.references.flatMap((reference) => {
    const target = resolveReference(reference, { article, project });
    if (target.kind === 'problem') return [at(reference.place, target.finding)];
    const isUnreadable = target.kind === 'picture' && reference.use === 'picture' && !target.picture.size;
    return isUnreadable ? [at(reference.place, unreadable(target.picture))] : [];
  });
}

function unreadable({ path }: Picture): Finding {
  return {
    rule: 'unreadable-picture',
    message: `\`articleimages/${path}\` cannot be read as a picture.`,
    hint: 'Save it again as PNG, JPEG, WebP, AVIF, GIF or SVG.',
  };
}

function checkImports(article: Article, project: Project, at: At): Problem[] {
  return article.imports
    .filter(({ name }) => !project.modules.has(name))
    .map(({ name, place }) =>
      at(place, {
        rule: 'missing-import',
        message: `\`${name}\` leads to no file.`,
        hint: name.startsWith('.')
          ? 'An import is relative to `articles/`, with the extension of the file.'
          : 'Install the package, or write the path of a file, which begins with `./` or `../`.',
      }),
    );
}

const PLACEHOLDER =
  /^(an? |the )?(alt([- ]?text)?|image|img|picture|pic|photo|figure|fig|screenshot|diagram|placeholder|untitled|todo|tbd|description)[\s.:…\d]*$/i;

function checkAlternatives(article: Article, at: At): Problem[] {
  return article.alternatives.flatMap(({ text, url, place }) => {
    const trimmed = text?.trim() ?? '';
    const fileName = url.replace(/^.*\//, '');
    const names = [fileName, fileName.replace(/\.[^.]*$/, '')].map((name) => name.toLowerCase());
    const isPlaceholder = PLACEHOLDER.test(trimmed) || names.includes(trimmed.toLowerCase());
    if (trimmed !== '' && !isPlaceholder) return [];
    return [
      at(place, {
        rule: 'picture-alt',
        message: trimmed
          ? `The picture's alternative text is only \`${trimmed}\`.`
          : 'The picture has no alternative text.',
        hint: `Say what \`${fileName}\` shows, for those who cannot see it: \`![what it shows](${/[\s()]/.test(url) ? `<${url}>` : url})\`.`,
      }),
    ];
  });
}

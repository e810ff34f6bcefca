import type { Article, Project } from './article.ts';
import type { Problem } from './problem.ts';
import { RESERVED_SLUGS } from './reserved-slugs.ts';

/**
 * The problems of aliases. An alias leads straight to an article and is none's address, so that no
 * redirect can lead to another, or back to where it came from. Addresses are compared without case.
 */
export function checkAliases(project: Project): Problem[] {
  const owners = new Map(project.articles.map((article) => [article.slug.toLowerCase(), article]));
  const claimed = new Map<string, Article>();
  return project.articles.flatMap((article) =>
    article.aliases.flatMap(({ name, place }) => {
      const address = name.toLowerCase();
      const taken = takenBy(name, owners.get(address), project);
      const twin = claimed.get(address);
      claimed.set(address, twin ?? article);
      if (taken === undefined && !twin) return [];
      const message = `\`${name}\` is ${taken ?? `an alias of \`${twin?.file ?? ''}\` already`}.`;
      const hint = 'An alias is an address that nothing else has. Take it away, or correct it.';
      return [{ rule: 'alias-taken' as const, file: article.file, place, message, hint }];
    }),
  );
}

function takenBy(alias: string, owner: Article | undefined, { files }: Project): string | undefined {
  if (owner) return `the address of \`${owner.file}\``;
  const file = [alias, `${alias}/index.html`].find((path) => files.has(path));
  if (file !== undefined) return `the address of \`public/${file}\``;
  const [first = ''] = alias.split('/');
  return RESERVED_SLUGS.has(first.toLowerCase()) ? 'an address of the site itself' : undefined;
}

import { policyOf } from '../finishing/content-policy.ts';
import { articleAddress } from '../series/target.ts';
import type { BuiltSite, OutputFile } from './output.ts';
import { escaped } from './escaped.ts';

/** A page at each address that an article has left, for hosts that know no redirects. */
export function redirectPages({ address, articles, redirects }: BuiltSite): OutputFile[] {
  const policy = policyOf({ scripts: [], styles: [] });
  return redirects.flatMap(({ from, to }) => {
    const article = articles.find(({ slug }) => `${slug}/` === to);
    if (!article) return [];
    const link = `${'../'.repeat(from.split('/').length - 1)}${articleAddress(article.slug, '')}index.html`;
    const canonical = address.origin + articleAddress(article.slug, address.base);
    const title = escaped(article.title);
    const content = `<!DOCTYPE html>
<html lang="en">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<meta name="description" content="This page has moved.">
<link rel="canonical" href="${canonical}">
<meta http-equiv="refresh" content="0; url=${link}">
<h1>This page has moved</h1>
<p>It is now at <a href="${link}">${title}</a>.</p>
</html>
`;
    return [{ path: `${from}index.html`, content }];
  });
}

/** What stands before the text of an article; `body` is all of the file with that blanked, so that places stay true. */
export type FrontMatterBlock =
  | { readonly kind: 'none' | 'no-end' | 'toml'; readonly body: string }
  | {
      readonly kind: 'yaml';
      readonly body: string;
      readonly yaml: string;
      /** Where the YAML begins in the file, and where the text does. */
      readonly start: number;
      readonly end: number;
    };

// What Astro takes for front matter: `frontmatterRE` in @astrojs/internal-helpers/frontmatter.
const FRONT_MATTER = /(?:^\uFEFF?|^\s*\n)(---|\+\+\+)([\s\S]*?\n)(?:---|\+\+\+)/;
const UNCLOSED = /^\s*---[ \t]*\r?\n(?:[\w-]+:.*\r?\n)+/;
/** A heading after an empty line: the text has begun, and a later `---` in it was taken for the end. */
const TEXT_INSIDE = /\n\s*\n#{1,6}[ \t]+\S/;

/** What of a text stands after its front matter. */
export function afterFrontMatter(text: string): string {
  return text.slice(FRONT_MATTER.exec(text)?.[0].length ?? 0);
}

export function frontMatterBlock(text: string): FrontMatterBlock {
  const match = FRONT_MATTER.exec(text);
  if (!match) return { kind: UNCLOSED.test(text) ? 'no-end' : 'none', body: text };
  const [block, fence = '', yaml = ''] = match;
  const body = block.replace(/[^\r\n]/g, ' ') + text.slice(block.length);
  if (fence === '+++') return { kind: 'toml', body };
  if (TEXT_INSIDE.test(yaml)) return { kind: 'no-end', body: text.replace(/^\s*---/, '   ') };
  return { kind: 'yaml', body, yaml, start: block.indexOf(fence) + fence.length, end: block.length };
}

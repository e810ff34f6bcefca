import { unified } from '@astrojs/markdown-remark';
import { rehypePlugins, remarkPlugins } from '../markdown/plugins.ts';
import type { SurroundingsOptions } from '../markdown/surroundings.ts';

/** What Astro renders articles with that it has to compile. */
export function articleProcessor(options: SurroundingsOptions): ReturnType<typeof unified> {
  return unified({
    gfm: false,
    smartypants: false,
    remarkPlugins: remarkPlugins(options),
    rehypePlugins: rehypePlugins(options),
  } as Parameters<typeof unified>[0]);
}

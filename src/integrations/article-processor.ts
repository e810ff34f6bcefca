import { unified } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { rehypePlugins, remarkPlugins } from '../markdown/plugins.ts';
import type { SurroundingsOptions } from '../markdown/surroundings.ts';
import type { ArticleFrame } from './rendered-articles.ts';

type ArticleProcessor = ReturnType<typeof unified>;

export interface ArticleProcessorOptions extends SurroundingsOptions {
  /** What has to be compiled in place of a file; undefined for all of it. */
  readonly frameOf: (file: string) => Promise<ArticleFrame | undefined>;
}

/** What Astro has articles compiled by, and what they import. */
export function articleProcessor({ frameOf, ...options }: ArticleProcessorOptions): ArticleProcessor {
  const frames = new Map<string, ArticleFrame>();
  const whole = processor({ remarkPlugins: remarkPlugins(options), rehypePlugins: rehypePlugins(options) });
  const framed = processor({ rehypePlugins: [[rehypeFrame, frames]] });
  const createMdxRenderer: ArticleProcessor['createMdxRenderer'] = async (...given) => {
    const all = await whole.createMdxRenderer?.(...given);
    const computed = await framed.createMdxRenderer?.(...given);
    if (!all || !computed) throw new Error('This version of Astro compiles no MDX with unified.');
    return {
      process: async (content, file, frontmatter) => {
        const frame = await frameOf(file);
        if (!frame) return all.process(content, file, frontmatter);
        frames.set(file, frame);
        return computed.process('', file, frontmatter);
      },
    };
  };
  return { ...whole, createMdxRenderer };
}

function processor(plugins: object): ArticleProcessor {
  return unified({ gfm: false, smartypants: false, ...plugins });
}

/** Puts what has to be compiled of an article in the place of its text. */
const rehypeFrame: Plugin<[Map<string, ArticleFrame>], Root> = function (frames) {
  return (_, file) => {
    const { frame, ...title } = frames.get(file.path) ?? {};
    frames.delete(file.path);
    Object.assign(file.data.astro?.frontmatter ?? {}, title);
    return frame as Root;
  };
};

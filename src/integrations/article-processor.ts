import { unified } from '@astrojs/markdown-remark';
import type { Root } from 'hast';
import type { Plugin } from 'unified';
import type { SurroundingsOptions } from '../markdown/surroundings.ts';
import type { ArticleFrame } from './rendered-articles.ts';

type ArticleProcessor = ReturnType<typeof unified>;

export interface ArticleProcessorOptions extends SurroundingsOptions {
  /** What has to be compiled in place of a file; undefined for all of it. */
  readonly frameOf: (file: string) => Promise<ArticleFrame | undefined>;
  /** Resolves once the copies of pictures are there, which what is compiled as a whole shows. */
  readonly pictured: () => Promise<void>;
}

/** What Astro has articles compiled by, and what they import. */
export function articleProcessor({
  frameOf,
  pictured,
  ...options
}: ArticleProcessorOptions): ArticleProcessor {
  const frames: Frames = new WeakMap();
  const framed = processor({ rehypePlugins: [[rehypeFrame, frames]] });
  let loaded: Promise<ArticleProcessor> | undefined;
  const whole = () => (loaded ??= wholeProcessor(options));
  const createMdxRenderer: MdxRendererOf = async (...given) => {
    const computed = await mdxRenderer(framed, given);
    let all: ReturnType<MdxRendererOf> | undefined;
    return {
      process: async (content, file, frontmatter) => {
        const frame = await frameOf(file);
        if (frame) {
          frames.set(frontmatter, frame);
          return computed.process('', file, frontmatter);
        }
        await pictured();
        all ??= whole().then((its) => mdxRenderer(its, given));
        return (await all).process(content, file, frontmatter);
      },
    };
  };
  const createRenderer: ArticleProcessor['createRenderer'] = async (given) =>
    (await whole()).createRenderer(given);
  return { ...framed, createRenderer, createMdxRenderer };
}

/** By the front matter that a file is compiled with: the same file may be compiled twice at a time. */
type Frames = WeakMap<object, ArticleFrame>;

type MdxRendererOf = NonNullable<ArticleProcessor['createMdxRenderer']>;

function mdxRenderer(
  { createMdxRenderer }: ArticleProcessor,
  given: Parameters<MdxRendererOf>,
): ReturnType<MdxRendererOf> {
  if (!createMdxRenderer) throw new Error('This version of Astro compiles no MDX with unified.');
  return createMdxRenderer(...given);
}

/** Loaded where there is something that is compiled as a whole: it takes long. */
async function wholeProcessor(options: SurroundingsOptions): Promise<ArticleProcessor> {
  const { rehypePlugins, remarkPlugins } = await import('../markdown/plugins.ts');
  return processor({ remarkPlugins: remarkPlugins(options), rehypePlugins: rehypePlugins(options) });
}

function processor(plugins: object): ArticleProcessor {
  return unified({ gfm: false, smartypants: false, ...plugins });
}

/** Puts what has to be compiled of an article in the place of its text. */
const rehypeFrame: Plugin<[Frames], Root> = function (frames) {
  return (_, { data }) => {
    const frontmatter = data.astro?.frontmatter ?? {};
    const { frame, ...title } = frames.get(frontmatter) ?? {};
    if (!frame) throw new Error('This version of Astro hands another front matter on.');
    Object.assign(frontmatter, title);
    return frame as Root;
  };
};

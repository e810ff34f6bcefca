/** An article as its page shows it. */
export interface RenderedArticle extends RenderedTitle {
  readonly nodes: readonly RenderedNode[];
  /** What the bundler has to compile of it, with gaps that its `nodes` fill; undefined where nothing is computed. */
  readonly frame?: object;
  /** The headings below the title, in order. */
  readonly headings: readonly RenderedHeading[];
  /** The article as plain Markdown, to be read elsewhere. */
  readonly markdown: string;
}

/** What the layout needs to show an article's title as its author wrote it. */
export interface RenderedTitle {
  readonly titleHtml: string;
  readonly titleId: string;
}

/** A piece of an article's HTML, or a component with what stands in it. */
export type RenderedNode = string | RenderedComponent;

export interface RenderedComponent {
  readonly component: string;
  readonly props: Readonly<Record<string, string | true>>;
  readonly children: readonly RenderedNode[];
}

/** A heading as the contents of a page show it. */
export interface RenderedHeading {
  readonly depth: number;
  readonly slug: string;
  readonly text: string;
}

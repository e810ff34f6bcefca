import type { AlternativeText, ComponentUse, Found, Heading, Prop, Reference } from '../series/article.ts';
import type { Place } from '../series/problem.ts';
import type { MdxNames } from './mdx-names.ts';

/** What a walk over an article's tree collects, in the order of the text. */
export interface ArticleFacts {
  readonly headings: readonly Heading[];
  readonly ids: ReadonlySet<string>;
  readonly references: readonly Reference[];
  readonly alternatives: readonly AlternativeText[];
  readonly names: MdxNames;
  readonly components: readonly ComponentUse[];
  readonly found: readonly Found[];
}

/** A heading as the walk meets it: its anchor is made of `anchor`, unless it brings an id. */
export type HeadingFacts = Omit<Heading, 'id'> & {
  readonly anchor: string;
  readonly id?: string | undefined;
};

/** An element that was written as such, in HTML or JSX. */
export interface ElementFacts {
  readonly name: string;
  readonly props: readonly Prop[];
  readonly place: Place;
}

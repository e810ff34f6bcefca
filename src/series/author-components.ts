/** What can be said of a component: what it must be told, and what it may be told. */
export interface ComponentProps {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The components in `components/mdx/`. */
export const AUTHOR_COMPONENTS = {
  Details: { required: ['title'], optional: ['open'] },
  Steps: { required: [], optional: [] },
  Tab: { required: ['title'], optional: [] },
  Tabs: { required: [], optional: [] },
} as const satisfies Readonly<Record<string, ComponentProps>>;

export type AuthorComponent = keyof typeof AUTHOR_COMPONENTS;

/**
 * What every article can use without an import, by name; for Astro's own, nothing is known of its
 * props.
 */
export const COMPONENTS: ReadonlyMap<string, ComponentProps | undefined> = new Map([
  ['Fragment', undefined],
  ...Object.entries<ComponentProps>(AUTHOR_COMPONENTS),
]);

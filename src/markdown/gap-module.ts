/** The module of the component that stands in each gap: `article` is the slug, `gap` a number from 0. */
export const GAP_MODULE = 'virtual:article-html';

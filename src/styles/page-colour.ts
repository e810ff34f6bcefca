/** The colour of the page for what no style reaches: `--page` of tokens.css. */
export const PAGE_COLOUR = { light: '#fbfaf7', dark: '#15171c' } as const;

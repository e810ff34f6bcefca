import type { FrontMatter } from './article.ts';

export type FrontMatterKey = keyof FrontMatter;

/** What an author is told of a key: what its value must be, how that is written, and what it does. */
export interface KeyFacts {
  readonly what: string;
  readonly example: string;
  readonly does: string;
}

export const FRONT_MATTER_KEYS: Readonly<Record<FrontMatterKey, KeyFacts>> = {
  title: {
    what: 'a text',
    example: 'title: "What is an LLM?"',
    does: 'The title, instead of the first `# heading`.',
  },
  date: {
    what: 'a day of the calendar, as year-month-day',
    example: 'date: 2024-08-21',
    does: 'When it was written, whatever a line `Written on …` says.',
  },
  updated: {
    what: 'a day of the calendar, as year-month-day',
    example: 'updated: 2024-08-21',
    does: 'When it was updated, instead of the day of the last commit that changed its text.',
  },
  description: {
    what: 'a text',
    example: 'description: "How attention works."',
    does: 'What search engines and previews show of it, instead of the first paragraph below the first `##`.',
  },
  image: {
    what: 'the path of a picture',
    example: 'image: ../articleimages/transformers.png',
    does: 'The picture shown where the page is shared, instead of the card that is drawn for it.',
  },
  draft: {
    what: '`true` or `false`',
    example: 'draft: true',
    does: 'Keeps it out of everything that is published; `npm run dev` shows it, marked.',
  },
  upcoming: {
    what: 'a list of titles',
    example: 'upcoming: ["Self-attention"]',
    does: 'On the index of a series: the titles of parts still to come.',
  },
  lang: {
    what: 'a language, as its short code',
    example: 'lang: ja',
    does: 'The language of the text, where it is not that of the site.',
  },
  aliases: {
    what: 'a list of addresses that the article had before',
    example: 'aliases: [llm2]',
    does: 'Addresses that lead here, since links elsewhere still name them.',
  },
};

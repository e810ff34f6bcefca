/** The pages of the showcase site, one of each kind, by address. */
export const PAGES = [
  '',
  'llm0/',
  'llm1/',
  'showcase0/',
  'showcase1/',
  'showcase2/',
  'arabic/',
  'japanese/',
  '404.html',
  'offline/',
];

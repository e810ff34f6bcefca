/** The light palette of `tokens.css`, where the same names have the same values. */
export const PALETTE = {
  page: '#fbfaf7',
  line: '#e2dfd6',
  text: '#1c1e22',
  'text-quiet': '#50545c',
  'link-line': '#a9bfe2',
  accent: '#2b59a8',
  'on-accent': '#ffffff',
} as const;

import { isWarning, type Place, type Problem } from './problem.ts';

/**
 * What a check says only where it is asked to, with what it means. Nothing of it is in the way of a
 * build: it depends on a dictionary, or on other sites.
 */
export const REMARKS = {
  'dead-link': 'A link to an address of another site at which there is nothing.',
  'moved-link': 'A link to an address of another site that has moved for good.',
  'silent-link': 'A link to another site that did not say whether the address is there.',
  spelling: 'A word that is in no dictionary.',
} as const;

export type RemarkId = keyof typeof REMARKS;

export interface Remark {
  readonly rule: RemarkId;
  readonly message: string;
  readonly hint: string;
  /** Path from the project root, with `/`. */
  readonly file: string;
  readonly place: Place;
}

/** How grave something told is: an error keeps a site from being built. */
export type Severity = 'error' | 'warning' | 'note';

export function severityOf(told: Problem | Remark): Severity {
  if (isRemark(told)) return told.rule === 'dead-link' ? 'warning' : 'note';
  return isWarning(told) ? 'warning' : 'error';
}

function isRemark(told: Problem | Remark): told is Remark {
  return Object.hasOwn(REMARKS, told.rule);
}

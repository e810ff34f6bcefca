import { classicScripts } from './classic-scripts.ts';
import { contentPolicy } from './content-policy.ts';
import { expectText } from './expect-text.ts';
import { narrowRawText } from './narrow-text.ts';
import { neededStyles } from './needed-styles.ts';
import { relativeLinks } from './relative-links.ts';
import type { Step } from './step.ts';
import { styleAttributes } from './style-attributes.ts';

/** What is done to every page after it is rendered; the order matters. */
export const steps: readonly Step[] = [
  neededStyles,
  classicScripts,
  relativeLinks,
  styleAttributes,
  narrowRawText,
  expectText,
  // Last: it hashes what the others leave.
  contentPolicy,
];

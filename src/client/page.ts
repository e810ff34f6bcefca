// One script for all pages: it is fetched once, and every page reads well without it.
import './clean-addresses.ts';
import './code-copy.ts';
import './far-blocks.ts';
import './keyboard-shortcuts.ts';
import './offline-reading.ts';
import './picture-dialog.ts';
import './prefetch-fallback.ts';
import './reading-marks.ts';
import './reading-progress.ts';
import './site-search.ts';
import './theme-switch.ts';

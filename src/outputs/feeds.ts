import { readFileSync } from 'node:fs';
import { FEED_STYLE } from '../series/feed-address.ts';
import { atomOf } from './feed-atom.ts';
import { jsonFeedOf } from './feed-json.ts';
import { rssOf } from './feed-rss.ts';
import { type Feed, feedsOf } from './feed.ts';
import type { Output, OutputFile } from './output.ts';
import { xmlDocument } from './xml.ts';

/** The feeds of the site and of each series, and what they look like in a browser. */
export const feeds: Output = async (site) => [
  ...(await feedsOf(site)).flatMap(filesOf),
  { path: FEED_STYLE, content: readFileSync(new URL(FEED_STYLE, import.meta.url), 'utf8') },
];

function filesOf(feed: Feed): OutputFile[] {
  const folder = feed.index === undefined ? '' : `${feed.index}/`;
  const style = feed.index === undefined ? FEED_STYLE : `../${FEED_STYLE}`;
  return [
    { path: `${folder}atom.xml`, content: xmlDocument(atomOf(feed), style) },
    { path: `${folder}rss.xml`, content: xmlDocument(rssOf(feed), style) },
    { path: `${folder}feed.json`, content: jsonFeedOf(feed) },
  ];
}

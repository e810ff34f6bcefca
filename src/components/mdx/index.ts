import type { AuthorComponent } from '../../series/author-components.ts';
import Details from './Details.astro';
import Steps from './Steps.astro';
import Tab from './Tab.astro';
import Tabs from './Tabs.astro';

/** What every article can use without an import. */
export const components = { Details, Steps, Tab, Tabs } satisfies Record<AuthorComponent, unknown>;

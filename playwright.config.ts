import { defineConfig } from '@playwright/test';
import { BROWSER_FLAGS, findBrowser } from './scripts/browser.ts';

const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/serve-sites.ts',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // A busy machine is no mistake.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  reporter: [['line']],
  projects: [
    { name: 'chromium', testIgnore: '**/e2e/firefox/**' },
    { name: 'firefox', testMatch: '**/e2e/firefox/**/*.spec.ts' },
  ],
  use: {
    launchOptions: { args: BROWSER_FLAGS, ...(executablePath !== undefined && { executablePath }) },
  },
});

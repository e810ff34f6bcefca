import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Plugin } from 'vite';
import { OFFLINE_PAGE } from '../offline/kept-files.ts';
import type { OfflineMode } from '../offline/offline-mode.ts';
import { WORKER_FILE } from './worker-version.ts';

const WORKERS: Readonly<Record<Exclude<OfflineMode, 'off'>, string>> = {
  on: '../offline/worker.ts',
  kill: '../offline/farewell.ts',
};

/** Adds the service worker that a site has in this mode, and what belongs to it. */
export function offline(mode: OfflineMode): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:config:setup': ({ updateConfig, injectRoute }) => {
        updateConfig({ vite: { plugins: [workerFile(mode)] } });
        if (mode !== 'on') return;
        const entrypoint = new URL('../offline/OfflinePage.astro', import.meta.url);
        injectRoute({ pattern: OFFLINE_PAGE, entrypoint });
      },
    },
  };
}

/** Bundles the worker beside the pages, and tells their script whether there is one to start. */
function workerFile(mode: OfflineMode): Plugin {
  return {
    name: 'worker-file',
    config: () => ({ define: { 'import.meta.env.OFFLINE': JSON.stringify(mode === 'on') } }),
    applyToEnvironment: ({ name }) => name === 'client',
    buildStart() {
      if (mode === 'off' || this.environment.mode !== 'build') return;
      const id = fileURLToPath(new URL(WORKERS[mode], import.meta.url));
      this.emitFile({ type: 'chunk', id, fileName: WORKER_FILE });
    },
  };
}

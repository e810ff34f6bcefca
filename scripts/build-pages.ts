import { handOverTo } from '../src/integrations/finisher.ts';
import { remoteFinisher } from '../src/integrations/remote-finisher.ts';
import { runCommand } from './command-line.ts';

// The part of `npm run build` that needs Astro, in a process of its own: its memory is free before the site is whole.
handOverTo(remoteFinisher());

await runCommand({
  name: 'npm run build',
  help: '',
  options: {},
  run: async () => {
    const { build } = await import('astro');
    await build({});
    return 0;
  },
});

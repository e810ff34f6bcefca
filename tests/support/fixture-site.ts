import { spawn, type ChildProcess } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import sharp from 'sharp';

const PROJECT = resolve(import.meta.dirname, '../..');

const CONFIG = `import config from '../../astro.config.mjs';

export default { ...config, srcDir: '../../src' };
`;

export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
}

/** A site of its own around the real `src/`, in a folder that is not tracked. */
export class FixtureSite {
  readonly root: string;
  /** Where the scripts are that build it. */
  readonly #project: string;

  /** Starts anew with these files, by path from the site's root; a picture is given by its size. */
  static async make(name: string, files: FixtureFiles): Promise<FixtureSite> {
    const site = new FixtureSite(join(PROJECT, '.fixtures', name));
    rmSync(site.root, { recursive: true, force: true });
    site.write('astro.config.mjs', CONFIG);
    await site.fill(files);
    return site;
  }

  protected constructor(root: string, project = PROJECT) {
    this.root = root;
    this.#project = project;
  }

  protected async fill(files: FixtureFiles): Promise<void> {
    for (const [path, content] of Object.entries(files)) {
      this.write(path, isPicture(content) ? await draw(content) : content);
    }
  }

  write(path: string, content: string | Uint8Array): void {
    const target = join(this.root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }

  /** Makes a symbolic link. */
  link(path: string, target: string): void {
    symlinkSync(target, join(this.root, path));
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  /** All files below a folder of the site, in order. */
  files(folder: string): string[] {
    const path = join(this.root, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(path, name)).isFile())
      .map((name) => name.split(sep).join('/'))
      .toSorted();
  }

  build(environment: Readonly<Record<string, string>> = {}): Promise<CommandResult> {
    return this.run(['scripts/site.ts', 'build'], environment);
  }

  /** Runs a script of the project in the site, to its end. */
  run(
    [script = '', ...args]: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): Promise<CommandResult> {
    const child = this.start([script, ...args], environment);
    let output = '';
    child.stdout?.on('data', (data: Buffer) => (output += data.toString()));
    child.stderr?.on('data', (data: Buffer) => (output += data.toString()));
    return new Promise((done, fail) => {
      child.on('error', fail);
      child.on('close', (code) => {
        done({ code, output });
      });
    });
  }

  start(
    [script = '', ...args]: readonly string[],
    environment: Readonly<Record<string, string>> = {},
  ): ChildProcess {
    return spawn(process.execPath, [join(this.#project, script), ...args], {
      cwd: this.root,
      // Nothing of the test runner's own environment, some of which Vite would take for its own.
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], NO_COLOR: '1', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }
}

export type FixtureFiles = Readonly<Record<string, string | Uint8Array | PictureFile>>;

export interface PictureFile {
  readonly width: number;
  readonly height: number;
}

function isPicture(content: string | Uint8Array | PictureFile): content is PictureFile {
  return typeof content === 'object' && 'width' in content;
}

/** A picture with some detail, so that copies of it in another size are lighter. */
function draw({ width, height }: PictureFile): Promise<Uint8Array> {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
  return sharp({ create: { width, height, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
}

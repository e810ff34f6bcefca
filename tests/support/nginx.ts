import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** An nginx of the test's own that serves an output folder by the configuration that is in it. */
export class Nginx {
  readonly #folder: string;
  readonly #port: number;
  readonly #process: ChildProcess;

  static async start(program: string, output: string, base: string): Promise<Nginx> {
    const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
    const site = join(folder, 'root', base);
    mkdirSync(dirname(site.replace(/\/$/, '')), { recursive: true });
    symlinkSync(output, site.replace(/\/$/, ''));
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    const port = await freePort();
    writeFileSync(
      join(folder, 'nginx.conf'),
      configuration(folder, join(output, '.hosting/nginx.conf'), port),
    );
    const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'pipe' });
    let errors = '';
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
    const nginx = new Nginx(folder, port, child);
    while (!(await nginx.get('/').catch(() => undefined))) {
      if (child.exitCode !== null) throw new Error(`nginx ended: ${errors}`);
    }
    return nginx;
  }

  private constructor(folder: string, port: number, child: ChildProcess) {
    this.#folder = folder;
    this.#port = port;
    this.#process = child;
  }

  /** Asks for a path exactly as it is given, `..` and all. */
  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return new Promise((done, fail) => {
      get({ host: '127.0.0.1', port: this.#port, path, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const body = Buffer.concat(chunks).toString('latin1');
          done({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
      }).on('error', fail);
    });
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
    rmSync(this.#folder, { recursive: true });
  }
}

function configuration(folder: string, rules: string, port: number): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join('\n');
  return `daemon off;
worker_processes 1;
user root;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  ${temporary}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/root;
    include ${rules};
  }
}
`;
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') done(address.port);
        else fail(new Error('There is no free port.'));
      });
    });
  });
}

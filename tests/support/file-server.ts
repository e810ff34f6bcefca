import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.xml': 'text/xml',
};

export interface FileServer {
  /** The address of the folder, with a slash at its end. */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
}

/**
 * Serves a folder below a path as a plain file server does, with no rule of the site's own; at any
 * free port, or at that of a server that was closed.
 */
export async function serveFolder(folder: string, path: string, at = 0): Promise<FileServer> {
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const below = pathname.startsWith(path) ? decodeURIComponent(pathname.slice(path.length)) : '\0';
    const file = normalize(below === '' || below.endsWith('/') ? `${below}index.html` : below);
    try {
      const bytes = readFileSync(join(folder, file));
      response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' });
      response.end(bytes);
    } catch {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(readFileSync(join(folder, '404.html')));
    }
  });
  const port = await listening(server, at);
  return {
    port,
    address: `http://127.0.0.1:${port}${path}`,
    close: () =>
      new Promise((done) => {
        server.close(() => {
          done();
        });
        server.closeAllConnections();
      }),
  };
}

function listening(server: Server, at: number): Promise<number> {
  return new Promise((done) => {
    server.listen(at, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') done(address.port);
    });
  });
}

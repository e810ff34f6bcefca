import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

export interface Completion {
  readonly label: string;
  readonly documentation?: { readonly value: string } | string;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: unknown;
  readonly params?: unknown;
}

const resolve = createRequire(createRequire(import.meta.url).resolve('@astrojs/check')).resolve;

/** The server behind Astro's extension for editors, as an editor drives it. */
export class LanguageServer {
  readonly #process: ChildProcess;
  readonly #root: string;
  readonly #answers = new Map<number, (result: unknown) => void>();
  #count = 0;
  #received = Buffer.alloc(0);

  static async start(root: string): Promise<LanguageServer> {
    const server = new LanguageServer(root);
    const uri = pathToFileURL(root).href;
    await server.#request('initialize', {
      processId: null,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'site' }],
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: {
        typescript: { tsdk: dirname(resolve('typescript')) },
        contentIntellisense: true,
      },
    });
    server.#send({ method: 'initialized', params: {} });
    return server;
  }

  private constructor(root: string) {
    this.#root = root;
    const script = resolve('@astrojs/language-server/bin/nodeServer.js');
    this.#process = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#process.stdout?.on('data', (data: Buffer) => {
      this.#receive(data);
    });
  }

  open(file: string, text: string): void {
    // `.vscode/settings.json` has `.mdx` files opened as Markdown, too.
    const textDocument = { uri: this.#uri(file), languageId: 'markdown', version: 1, text };
    this.#send({ method: 'textDocument/didOpen', params: { textDocument } });
  }

  async diagnostics(file: string): Promise<readonly Diagnostic[]> {
    const params = { textDocument: { uri: this.#uri(file) } };
    const { items } = (await this.#request('textDocument/diagnostic', params)) as { items: Diagnostic[] };
    return items;
  }

  async completions(file: string, line: number, character: number): Promise<readonly Completion[]> {
    const params = { textDocument: { uri: this.#uri(file) }, position: { line, character } };
    const { items } = (await this.#request('textDocument/completion', params)) as { items: Completion[] };
    return items;
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill();
    await ended;
  }

  #uri(file: string): string {
    return pathToFileURL(join(this.#root, file)).href;
  }

  #request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#count;
    this.#send({ id, method, params });
    return new Promise((done) => this.#answers.set(id, done));
  }

  #send(message: Message): void {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin?.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #receive(data: Buffer): void {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const head = this.#received.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#received.toString('latin1', 0, head))?.[1]);
      const start = head + 4;
      if (head < 0 || this.#received.length < start + length) return;
      const message = JSON.parse(this.#received.toString('utf8', start, start + length)) as Message;
      this.#received = this.#received.subarray(start + length);
      this.#take(message);
    }
  }

  #take({ id, method, result }: Message): void {
    if (id === undefined) return;
    // What the server asks of the editor gets an empty answer.
    if (method !== undefined) this.#send({ id, result: null });
    else this.#answers.get(id)?.(result);
  }
}

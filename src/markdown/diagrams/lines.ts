/** One statement of a diagram; line and column count from 0, within the diagram. */
export interface DiagramLine {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** The statements of a diagram, and what it says to readers who do not see it. */
export interface DiagramLines {
  readonly statements: readonly DiagramLine[];
  readonly title: string | undefined;
  readonly description: string | undefined;
}

const SAID = /^acc(Title|Descr)\s*:\s*(.*)$/;

/** Comments are left out, and so is the semicolon that may end a line. */
export function readDiagramLines(source: string): DiagramLines {
  const statements: DiagramLine[] = [];
  const said: { Title?: string; Descr?: string } = {};
  let isOpen = false;
  for (const [line, typed] of source.split(/\r\n|\n|\r/).entries()) {
    const text = typed.trim().replace(/\s*;$/, '');
    if (isOpen || /^accDescr\s*\{/.test(text)) {
      isOpen = !text.endsWith('}');
      said.Descr = `${said.Descr ?? ''} ${text.replace(/^accDescr\s*\{|\}$/g, '')}`.trim();
      continue;
    }
    const [, what, words = ''] = SAID.exec(text) ?? [];
    if (what === 'Title' || what === 'Descr') said[what] = words;
    else if (text !== '' && !text.startsWith('%%')) {
      statements.push({ text, line, column: typed.length - typed.trimStart().length });
    }
  }
  return { statements, title: said.Title || undefined, description: said.Descr || undefined };
}

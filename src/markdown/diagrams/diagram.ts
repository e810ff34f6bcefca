import { type Flowchart, FLOWCHART, FlowchartReader } from './flowchart.ts';
import { type DiagramLine, readDiagramLines } from './lines.ts';
import { DiagramMistake } from './scanner.ts';
import { type Sequence, SEQUENCE, SequenceReader } from './sequence.ts';

/** The language of the code blocks that are diagrams. */
export const DIAGRAM_LANGUAGE = 'mermaid';

export interface Diagram {
  readonly drawing: Flowchart | Sequence;
  readonly title: string | undefined;
  readonly description: string | undefined;
}

/** What is wrong with a diagram; line and column count from 0, within its text. */
export interface DiagramFinding {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly hint: string;
}

/** A diagram, or all that is wrong with it. */
export type ReadDiagram =
  | { readonly diagram: Diagram; readonly findings?: never }
  | { readonly diagram?: never; readonly findings: readonly DiagramFinding[] };

const KINDS = 'Begin with `flowchart TD`, `flowchart LR` or `sequenceDiagram`; draw others as pictures.';

/** Reads a diagram that is written in the part of Mermaid's language that the site draws. */
export function readDiagram(source: string): ReadDiagram {
  const { statements, ...words } = readDiagramLines(source);
  const [header, ...others] = statements;
  if (!header) return { findings: [{ line: 0, column: 0, message: 'The diagram is empty.', hint: KINDS }] };
  const findings: DiagramFinding[] = [];
  const attempt = (at: DiagramLine, read: () => void) => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof DiagramMistake)) throw error;
      const { message, hint, column } = error;
      findings.push({ line: at.line, column: at.column + column, message, hint });
    }
  };
  const reader = readerFor(header, attempt);
  if (!reader) return { findings: [unknownKind(header)] };
  for (const statement of others) {
    attempt(statement, () => {
      reader.statement(statement);
    });
  }
  const open = reader.unclosed();
  if (open)
    findings.push({
      ...startOf(open),
      message: `${quoted(open)} is never closed.`,
      hint: 'Write `end` where it ends.',
    });
  const drawing = reader instanceof FlowchartReader ? reader.flowchart() : reader.sequence();
  if (findings.length === 0) findings.push(...emptiness(drawing, header));
  return findings.length > 0 ? { findings } : { diagram: { ...words, drawing } };
}

function readerFor(
  header: DiagramLine,
  attempt: (at: DiagramLine, read: () => void) => void,
): FlowchartReader | SequenceReader | undefined {
  if (SEQUENCE.test(header.text)) return new SequenceReader();
  if (!FLOWCHART.test(header.text)) return undefined;
  const reader = new FlowchartReader();
  attempt(header, () => {
    reader.header(header);
  });
  return reader;
}

function unknownKind(header: DiagramLine): DiagramFinding {
  const [kind = ''] = header.text.split(/[\s:]/);
  return { ...startOf(header), message: `A diagram of the kind \`${kind}\` is not drawn.`, hint: KINDS };
}

/** What would be drawn of nothing. */
function emptiness(drawing: Flowchart | Sequence, header: DiagramLine): DiagramFinding[] {
  if (drawing.kind === 'sequence')
    return drawing.participants.length > 0 ? [] : [{ ...startOf(header), ...NOTHING }];
  const isEmpty = (id: string): boolean =>
    !drawing.nodes.some(({ group }) => group === id) &&
    drawing.groups.every((group) => group.parent !== id || isEmpty(group.id));
  const empty = drawing.groups.find(({ id }) => isEmpty(id));
  if (empty)
    return [
      { ...startOf(header), message: `The group \`${empty.id}\` is empty.`, hint: 'Name its nodes in it.' },
    ];
  return drawing.nodes.length > 0 ? [] : [{ ...startOf(header), ...NOTHING }];
}

const NOTHING = { message: 'The diagram shows nothing.', hint: 'Write what it shows below its first line.' };

function startOf({ line, column }: DiagramLine): Pick<DiagramFinding, 'line' | 'column'> {
  return { line, column };
}

function quoted({ text }: DiagramLine): string {
  return `\`${text}\``;
}

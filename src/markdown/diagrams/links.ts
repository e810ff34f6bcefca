import { diagramLabel } from './label.ts';
import type { FlowLink } from './flowchart.ts';
import type { DiagramScanner } from './scanner.ts';

const ARROW = /^(<)?(-{2,}>|-{3,}|={2,}>|={3,}|-\.+->|-\.+-|~{3,})(?![ox](?:\s|$))/;

const LABEL = /^\|\s*(?:"([^"]*)"|([^|]*?))\s*\|/;

/** An arrow around its label: `-- yes -->`, `-. yes .->`, `== yes ==>`. */
const AROUND = /^(<)?(--|==|-\.)(?![-=.>])\s*(?:"([^"]*)"|([^"]*?))\s*(-{2,}>|-{3,}|={2,}>|={3,}|\.+->|\.+-)/;

/** Reads what joins two nodes. */
export function readLink(scanner: DiagramScanner): Omit<FlowLink, 'from' | 'to'> {
  const arrow = scanner.take(ARROW);
  if (arrow) {
    const [, start, sign = ''] = arrow;
    const [, quoted, bare = ''] = scanner.take(LABEL) ?? [];
    return linkOf({ isBoth: start !== undefined, sign, text: quoted ?? bare });
  }
  const around = scanner.take(AROUND);
  if (!around) throw scanner.mistake((piece) => `An arrow must stand here, not ${piece}.`, ARROWS);
  const [, start, open = '', quoted, bare = '', sign = ''] = around;
  return linkOf({
    isBoth: start !== undefined,
    sign: open === '-.' ? `-${sign}` : sign,
    text: quoted ?? bare,
  });
}

const ARROWS =
  'There are `-->`, `---`, `-.->`, `==>` and `<-->`, with a text as in `-->|yes|`; each statement has a line of its own.';

interface Typed {
  readonly isBoth: boolean;
  readonly sign: string;
  readonly text: string;
}

function linkOf({ isBoth, sign, text }: Typed): Omit<FlowLink, 'from' | 'to'> {
  const isArrow = sign.endsWith('>');
  const dots = [...sign].filter((letter) => letter === '.').length;
  return {
    line: lineOf(sign),
    heads: isArrow ? (isBoth ? 'both' : 'forward') : 'none',
    length: dots > 0 ? dots : sign.length - 2,
    label: text.trim() === '' ? undefined : diagramLabel(text),
  };
}

function lineOf(sign: string): FlowLink['line'] {
  if (sign.startsWith('~')) return 'invisible';
  if (sign.startsWith('=')) return 'thick';
  return sign.includes('.') ? 'dotted' : 'solid';
}

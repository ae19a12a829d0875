/** The rulebook as blocks of plain text: the small part of Markdown that it is written in, nothing executed, nothing styled by it. */

export interface Span {
  text: string;
  kind: 'plain' | 'strong' | 'emphasis' | 'code' | 'clause';
}

export type Block =
  | { kind: 'heading'; level: number; spans: Span[]; clause: string | null }
  | { kind: 'paragraph'; spans: Span[]; clause: string | null }
  | { kind: 'list'; items: Span[][] }
  | { kind: 'table'; head: Span[][]; rows: Span[][][] };

/** Bold, code, emphasis, and clauses: numbers in brackets with nothing else, as in (6.21, 7.1); any other number is a figure. */
const MARKS =
  /\*\*(.+?)\*\*|`([^`]+)`|(?<![\w*])[_*](?!\s)(.+?)(?<!\s)[_*](?![\w*])|[(（](\d{1,2}(?:\.\d{1,2})?(?:[,、，]\s?\d{1,2}(?:\.\d{1,2})?)*)[)）]/g;

/** Text with its marks; numbers of clauses in brackets become references, where `isClause` knows all of them. */
export function spansOf(text: string, isClause: (number: string) => boolean): Span[] {
  const spans: Span[] = [];
  let from = 0;
  const plain = (to: number): void => {
    if (to > from) spans.push({ kind: 'plain', text: text.slice(from, to) });
    from = to;
  };
  for (const found of text.matchAll(MARKS)) {
    const [whole, strong, code, emphasis, clauses] = found;
    if (clauses !== undefined) {
      const numbers = [...clauses.matchAll(/[\d.]+/g)];
      if (!numbers.every(([number]) => isClause(number))) continue;
      for (const number of numbers) {
        const at = found.index + 1 + number.index;
        plain(at);
        from = at + number[0].length;
        spans.push({ kind: 'clause', text: number[0] });
      }
      continue;
    }
    plain(found.index);
    from = found.index + whole.length;
    if (strong !== undefined) spans.push({ kind: 'strong', text: strong });
    else if (code !== undefined) spans.push({ kind: 'code', text: code });
    else if (emphasis !== undefined) spans.push({ kind: 'emphasis', text: emphasis });
  }
  plain(text.length);
  return spans;
}

const cells = (line: string): string[] =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** The clauses that a rulebook defines: "6.5" for a paragraph that begins with **6.5** or **6.5 Title.**, "6" for a chapter. */
function clausesOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const [, clause] of text.matchAll(/^\*\*(\d+\.\d+)[ *]/gm)) if (clause !== undefined) found.add(clause);
  for (const [, chapter] of text.matchAll(/^#+ (\d+) /gm)) if (chapter !== undefined) found.add(chapter);
  return found;
}

export function blocksOf(text: string): Block[] {
  const clauses = clausesOf(text);
  const spans = (part: string): Span[] => spansOf(part, (number) => clauses.has(number));
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Block => {
      const lines = part.split('\n');
      const heading = /^(#+) (.*)$/.exec(lines[0] as string);
      if (heading) {
        const title = heading[2] as string;
        const clause = /^(\d+) /.exec(title)?.[1] ?? null;
        return { kind: 'heading', level: (heading[1] as string).length, spans: spans(title), clause };
      }
      if (lines.every((line) => line.startsWith('|'))) {
        const [head, , ...rows] = lines.map((line) => cells(line).map(spans));
        return { kind: 'table', head: head ?? [], rows };
      }
      if (/^[-*] /.test(part)) {
        const items = part
          .split(/\n(?=[-*] )/)
          .map((item) => spans(item.replace(/^[-*] /, '').replace(/\s*\n\s*/g, ' ')));
        return { kind: 'list', items };
      }
      const clause = /^\*\*(\d+\.\d+)[ *]/.exec(part)?.[1] ?? null;
      return { kind: 'paragraph', spans: spans(part.replace(/\s*\n\s*/g, ' ')), clause };
    });
}

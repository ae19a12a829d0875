/**
 * JSON that people can read and compare line by line: a value that fits in a line of `width` stands on one line, larger
 * ones have a line for each part.
 */
export function readableJson(value: unknown, width = 160): string {
  const write = (part: unknown, indent: string, used: number): string => {
    const flat = oneLine(part);
    if (typeof part !== 'object' || part === null || indent.length + used + flat.length <= width) return flat;
    const deeper = `${indent}  `;
    if (Array.isArray(part)) {
      if (part.every((item) => typeof item === 'number')) return flat;
      return `[\n${part.map((item) => deeper + write(item, deeper, 1)).join(',\n')}\n${indent}]`;
    }
    const fields = Object.entries(part).map(([key, item]) => {
      const label = `${JSON.stringify(key)}: `;
      return deeper + label + write(item, deeper, label.length + 1);
    });
    return `{\n${fields.join(',\n')}\n${indent}}`;
  };
  return `${write(value, '', 0)}\n`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** Tables as text: comma-separated values by RFC 4180, safe to open in a spreadsheet. */

/** One line, its end included. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function csvLine(fields: readonly string[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

function field(value: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.])/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

import pc from 'picocolors';
import type { Finding, Section } from './section.ts';

/** What a section found, as lines for a terminal. */
export function findingLines({ title, name }: Section, finding: Finding): string[] {
  return [
    '',
    `${pc.bold(title)} ${pc.dim(`(${name})`)}`,
    ...tableLines(finding.columns, finding.rows),
    ...finding.targets.map(
      ({ promise, measured, met }) =>
        `  ${met ? pc.green('met') : pc.red('MISSED')}  ${promise}: ${pc.bold(measured)}`,
    ),
    ...finding.notes.map((note) => pc.dim(`  ${note}`)),
  ];
}

/** The first column names things and is aligned to the left; the others are numbers. */
function tableLines(columns: string[], rows: string[][]): string[] {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `  ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0))).join('  ')}`;
  return [pc.dim(line(columns)), ...rows.map(line)];
}

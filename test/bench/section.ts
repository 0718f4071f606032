import type { Workspace } from './workspace.ts';

/** What a section found: a table, and how it compares with what it is meant to be. */
export interface Finding {
  columns: string[];
  /** As many cells as columns each; cells are text, so that each section rounds as it deserves. */
  rows: string[][];
  /** Each promise that the table is about, and whether this run keeps it. */
  targets: { promise: string; measured: string; met: boolean }[];
  /** What a reader needs to judge the numbers. */
  notes: string[];
}

/** One question that the benchmark answers. */
export interface Section {
  /** What it is asked for by on the command line. */
  name: string;
  title: string;
  measure(workspace: Workspace): Promise<Finding>;
}

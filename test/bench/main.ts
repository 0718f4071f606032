import { availableParallelism, loadavg } from 'node:os';
import pc from 'picocolors';
import { findingLines } from './print.ts';
import { sections } from './sections.ts';
import { withWorkspace } from './workspace.ts';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !sections.some((section) => section.name === name));
if (unknown.length > 0) {
  const names = sections.map(({ name }) => name).join(', ');
  console.error(`There is no section ${unknown.join(', ')}. Sections: ${names}.`);
  process.exit(1);
}

// Ending in order lets the exit handlers end what was started and delete what was written.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

console.log(
  pc.dim(
    `Node.js ${process.version}, ${availableParallelism()} processors, load ${loadavg()[0]?.toFixed(1)}`,
  ),
);
let failed = false;
await withWorkspace(async (workspace) => {
  for (const section of sections) {
    if (asked.length > 0 && !asked.includes(section.name)) continue;
    try {
      const finding = await section.measure(workspace);
      for (const line of findingLines(section, finding)) console.log(line);
    } catch (error) {
      failed = true;
      console.error(`\n${section.title} (${section.name}) could not be measured:`, error);
    }
  }
});
// Clients of the bundles keep their connections open, which would hold the process.
process.exit(failed ? 1 : 0);

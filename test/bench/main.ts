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

await withWorkspace(async (workspace) => {
  for (const section of sections) {
    if (asked.length > 0 && !asked.includes(section.name)) continue;
    const finding = await section.measure(workspace);
    for (const line of findingLines(section, finding)) console.log(line);
  }
});
// Clients of the bundles keep their connections open, which would hold the process.
process.exit(0);

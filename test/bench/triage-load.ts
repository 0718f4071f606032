import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { TriageModule } from './triage-module.ts';

/** Imports a bundle of the classifier and reads one message, and prints how many milliseconds of the processor both took. Argument: the bundle. */

const cpu = process.cpuUsage();
const began = performance.now();
const { triage } = TriageModule.parse(await import(pathToFileURL(process.argv[2] ?? '').href));
triage('Where is my parcel? It should have been here on Monday.', 'x');
const ended = performance.now();
const { user, system } = process.cpuUsage(cpu);
const times = { wall: ended - began, cpu: (user + system) / 1000 };
process.stdout.write(JSON.stringify(times), () => process.exit(0));

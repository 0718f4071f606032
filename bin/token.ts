import { parseArgs } from 'node:util';
import { fetchAccessToken } from '../lib/local/access-token.ts';
import { isRole } from '../lib/local/local-people.ts';
import { defaultPort, readPort } from '../lib/local/options.ts';
import { StartError } from '../lib/local/start-error.ts';

const usage = `npm run -s token -- agent|lead|admin [--port ${defaultPort}]`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { port: { type: 'string', default: String(defaultPort) } },
  });
  const [role] = positionals;
  if (!isRole(role)) throw new StartError(`Whose token? ${usage}`);
  process.stdout.write(`${await fetchAccessToken(`http://127.0.0.1:${readPort(values.port)}`, role)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

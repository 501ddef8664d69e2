import { parseArgs } from 'node:util';
import { type Config, readConfig } from '@app/platform';

const usage = `Alur

  npm start [-- OPTIONS]

  --port N         where to listen (PORT, 3000)
  --host H         on which address (HOST, 127.0.0.1: this machine only)
  --data-dir DIR   where everything is kept (DATA_DIR, ./data)
  --empty          begin without the demo
  --help           this

  Everything else is set by environment variables: see README.md.
`;

/**
 * What the command line asks for, over the environment. Prints the usage and gives `undefined` for `--help`.
 * @throws Error for an unknown option, ConfigError for settings that are wrong
 */
export const startFrom = (argv: readonly string[], print: (text: string) => void): Config | undefined => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      port: { type: 'string' },
      host: { type: 'string' },
      'data-dir': { type: 'string' },
      empty: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    print(usage);
    return undefined;
  }
  return readConfig({
    PORT: values.port,
    HOST: values.host,
    DATA_DIR: values['data-dir'],
    ...(values.empty ? { DEMO: '0' } : {}),
  });
};
